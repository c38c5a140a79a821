package io.eventsec.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Counts who follows the alerts. */
@ApplicationScoped
public class StreamMetrics {
  @Inject Meters meters;

  /** So many follow now. */
  public void subscribers(int count) {
    meters.set(Measure.STREAM_SUBSCRIBERS, count);
  }
}
