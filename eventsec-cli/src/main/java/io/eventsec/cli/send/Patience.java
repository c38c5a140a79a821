package io.eventsec.cli.send;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a batch is tried and how long is waited in between.
 *
 * @param limit how long after its first failure a batch is given up; empty for never
 */
public record Patience(Optional<Duration> limit) {
  private static final long FIRST_MILLIS = 250;
  private static final long LONGEST_MILLIS = 15_000;
  private static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

  /** Gives up after that long. */
  public static Patience of(Duration limit) {
    return new Patience(Optional.of(limit));
  }

  boolean isOver(Duration sinceFirstFailure) {
    return limit.isPresent() && sinceFirstFailure.compareTo(limit.get()) >= 0;
  }

  /**
   * How long to wait before another try: what the server asked for, else twice as long each time,
   * with some chance in it so that many senders don't come back at once.
   */
  public static Duration pause(int failures, Optional<Duration> asked) {
    if (asked.isPresent()) {
      return asked.get().compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked.get();
    }
    long ceiling = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures - 1, 10));
    return Duration.ofMillis(ceiling / 2 + ThreadLocalRandom.current().nextLong(ceiling / 2 + 1));
  }
}
