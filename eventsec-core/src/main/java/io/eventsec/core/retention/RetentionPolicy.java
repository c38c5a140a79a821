package io.eventsec.core.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How long and how much is kept.
 *
 * @param maxAge what was received longer ago goes, longer than nothing
 * @param maxBytes beyond so many bytes the oldest goes, whatever its age, 1 or more; empty for no
 *     bound
 */
public record RetentionPolicy(Duration maxAge, OptionalLong maxBytes) {
  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if the age is not positive or the bytes are below 1
   */
  public RetentionPolicy {
    if (maxAge.isNegative() || maxAge.isZero()) {
      throw new IllegalArgumentException(
          "Retention of " + maxAge + " keeps nothing; the age must be longer than nothing");
    }
    if (maxBytes.isPresent() && maxBytes.getAsLong() < 1) {
      throw new IllegalArgumentException(
          "Retention of "
              + maxBytes.getAsLong()
              + " bytes keeps nothing; allow 1 byte or more, or set no bound");
    }
  }

  /** By age alone. */
  public RetentionPolicy(Duration maxAge) {
    this(maxAge, OptionalLong.empty());
  }

  /** What was received before that has expired. */
  Instant cutoff(Instant now) {
    return now.minus(maxAge);
  }

  /** True if so many bytes are too many. */
  boolean exceededBy(long bytes) {
    return maxBytes.isPresent() && bytes > maxBytes.getAsLong();
  }
}
