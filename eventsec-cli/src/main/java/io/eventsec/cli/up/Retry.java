package io.eventsec.cli.up;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When something that ended is started again: at once, and the more often that failed the later, up
 * to half a minute. It is never given up: what kept it from starting, a full disk for instance, may
 * be over any time. For one thread.
 */
final class Retry {
  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofSeconds(30);

  private final LongSupplier nanoTime;
  private Duration pause = Duration.ZERO;
  private long since;

  /** By this clock, which counts nanoseconds. */
  Retry(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** True if it is time for an attempt. */
  boolean isDue() {
    return pause.isZero() || nanoTime.getAsLong() - since >= pause.toNanos();
  }

  /** True if the last attempt failed. */
  boolean hasFailed() {
    return !pause.isZero();
  }

  /** It runs. */
  void succeeded() {
    pause = Duration.ZERO;
  }

  /** It could not be started; returns how long to wait before the next attempt. */
  Duration failed() {
    Duration longer = pause.isZero() ? FIRST : pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    since = nanoTime.getAsLong();
    return pause;
  }
}
