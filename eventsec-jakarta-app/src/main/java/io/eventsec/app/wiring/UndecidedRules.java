package io.eventsec.app.wiring;

import io.eventsec.app.log.WorkerMessages;
import io.eventsec.core.detect.Undecided;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tells of rules that could not be decided, once a minute of each. Thread-safe. */
final class UndecidedRules implements Consumer<Undecided> {
  private static final Logger LOG = System.getLogger(UndecidedRules.class.getName());
  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  /** When each rule was last told of; never more than there are rules. */
  private final Map<String, Long> told = new ConcurrentHashMap<>();

  @Override
  public void accept(Undecided undecided) {
    String rule = undecided.rule().ref().id();
    long now = System.nanoTime();
    Long last = told.get(rule);
    if (last == null || now - last > PAUSE) {
      told.put(rule, now);
      WorkerMessages.RULE_UNDECIDED.log(LOG, rule, undecided.event().id(), undecided.reason());
    }
  }
}
