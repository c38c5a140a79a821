package io.eventsec.search;

import io.eventsec.core.retention.RetentionPolicy;
import java.time.Duration;

/**
 * When a data stream gets a new index to write to. Only what is no longer written to can be
 * dropped, and only as a whole: the finer the indexes, the closer retention comes to its policy,
 * and the more shards the cluster carries.
 *
 * @param age an index is written to for so long, 1 hour or more
 * @param bytes or until its primary shards have so many bytes, 1 MiB or more
 */
public record RolloverPolicy(Duration age, long bytes) {
  private static final int PARTS = 8;
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final long SMALLEST = 1L << 20;
  private static final long LARGEST = 20L << 30;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one of the bounds above is broken
   */
  public RolloverPolicy {
    if (age.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "Rollover after " + age + " makes an index each time; allow " + SHORTEST + " or more");
    }
    if (bytes < SMALLEST) {
      throw new IllegalArgumentException(
          "Rollover at "
              + bytes
              + " bytes makes an index each time; allow "
              + SMALLEST
              + " bytes or more");
    }
  }

  /**
   * An eighth of what is kept: no more than that stays too long. 30 days and 20 GiB at most, so
   * that no index grows past what is quickly moved.
   */
  public static RolloverPolicy within(RetentionPolicy retention) {
    Duration part = retention.maxAge().dividedBy(PARTS);
    Duration age = part.compareTo(LONGEST) > 0 ? LONGEST : part;
    long bytes = Math.min(LARGEST, retention.maxBytes().orElse(Long.MAX_VALUE) / PARTS);
    return new RolloverPolicy(
        age.compareTo(SHORTEST) < 0 ? SHORTEST : age, Math.max(SMALLEST, bytes));
  }
}
