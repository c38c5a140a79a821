package io.eventsec.core.detect.internal;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.detect.RuleStatistics;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts what one rule does. Safe for any number of threads. */
final class RuleCounters {
  private final LongAdder tried = new LongAdder();
  private final LongAdder matched = new LongAdder();
  private final LongAdder undecided = new LongAdder();
  private final LongAdder timed = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  void tried(boolean holds) {
    tried.increment();
    if (holds) {
      matched.increment();
    }
  }

  void undecided() {
    undecided.increment();
  }

  void took(long time) {
    timed.increment();
    nanos.add(time);
  }

  RuleStatistics of(RuleRef rule) {
    return new RuleStatistics(
        rule,
        tried.sum(),
        matched.sum(),
        undecided.sum(),
        timed.sum(),
        Duration.ofNanos(nanos.sum()));
  }
}
