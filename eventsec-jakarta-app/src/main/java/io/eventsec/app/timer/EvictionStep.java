package io.eventsec.app.timer;

import io.eventsec.app.config.DeadLetterSettings;
import io.eventsec.persistence.detection.DeadLetterUsage;
import io.eventsec.persistence.detection.EvictionNotice;
import java.time.Instant;
import java.util.Optional;

/** What is to be done about a tenant's dead letters. */
sealed interface EvictionStep {
  /** They are within the limits, or the notice still runs. */
  record Wait() implements EvictionStep {}

  /** They are above a limit, and nobody has been told. */
  record Announce(Instant due) implements EvictionStep {}

  /** They were announced to go, and there are few enough again. */
  record Withdraw() implements EvictionStep {}

  /**
   * The oldest go.
   *
   * @param letters how many may stay
   * @param bytes of records that may stay
   * @param last true if that carries the announcement out
   */
  record Evict(long letters, long bytes, boolean last) implements EvictionStep {}

  /** How many times the limits may be reached while the notice runs: nothing grows for ever. */
  int HARD = 2;

  /** The next thing to do. What goes was announced in an earlier run, always. */
  static EvictionStep next(
      DeadLetterUsage usage,
      Optional<EvictionNotice> notice,
      DeadLetterSettings limits,
      Instant now) {
    boolean above = usage.exceeds(limits.letters(), limits.bytes());
    if (notice.isEmpty()) {
      return above ? new Announce(now.plus(limits.notice())) : new Wait();
    }
    if (!above) {
      return new Withdraw();
    }
    if (!now.isBefore(notice.get().dueAt())) {
      return new Evict(limits.letters(), limits.bytes(), true);
    }
    long mostLetters = HARD * limits.letters();
    long mostBytes = HARD * limits.bytes();
    return usage.exceeds(mostLetters, mostBytes)
        ? new Evict(mostLetters, mostBytes, false)
        : new Wait();
  }
}
