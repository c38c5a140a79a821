package io.eventsec.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Counts sign-ins. */
@ApplicationScoped
public class SignInMetrics {
  @Inject Meters meters;

  /** Somebody got in. */
  public void succeeded() {
    meters.counter(Measure.SIGN_INS, "succeeded").inc();
  }

  /** Name or password were wrong. */
  public void failed() {
    meters.counter(Measure.SIGN_INS, "failed").inc();
  }

  /** There were too many failures before. */
  public void throttled() {
    meters.counter(Measure.SIGN_INS, "throttled").inc();
  }
}
