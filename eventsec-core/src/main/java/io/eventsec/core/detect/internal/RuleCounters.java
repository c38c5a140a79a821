package io.eventsec.core.detect.internal;

import java.util.concurrent.atomic.LongAdder;

/** Counts what one rule seldom does. Safe for any number of threads. */
final class RuleCounters {
  private final LongAdder undecided = new LongAdder();
  private final LongAdder timed = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  void wasUndecided() {
    undecided.increment();
  }

  void took(long time) {
    timed.increment();
    nanos.add(time);
  }

  long undecided() {
    return undecided.sum();
  }

  long timed() {
    return timed.sum();
  }

  /** In nanoseconds. */
  long time() {
    return nanos.sum();
  }
}
