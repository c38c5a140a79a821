package io.eventsec.app.worker;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after so many failures in a row: doubled each time up to a bound, less a random
 * part, so that nodes that failed together do not come back together. Not thread-safe.
 */
public final class Backoff {
  private static final long FIRST_MILLIS = 250;
  private static final long MOST_MILLIS = 10_000;

  private final DoubleSupplier random;
  private int failures;

  /**
   * A backoff.
   *
   * @param random numbers from 0 to 1
   */
  public Backoff(DoubleSupplier random) {
    this.random = random;
  }

  /** One more failure; half to all of the time that it is worth. */
  public Duration next() {
    long whole = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(failures, 10));
    failures++;
    return Duration.ofMillis(whole / 2 + (long) (whole / 2 * random.getAsDouble()));
  }

  /** It has worked. */
  public void reset() {
    failures = 0;
  }
}
