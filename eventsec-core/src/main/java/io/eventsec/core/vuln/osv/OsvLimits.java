package io.eventsec.core.vuln.osv;

import java.time.Duration;

/**
 * How much a look-up may take.
 *
 * @param packages that are asked about
 * @param records that are fetched
 * @param answerBytes of one answer
 * @param answerTime of one request, until all of its answer is there
 * @param retries of one request that failed for now
 * @param pause before the first of these; the next waits twice as long
 */
public record OsvLimits(
    int packages, int records, int answerBytes, Duration answerTime, int retries, Duration pause) {
  /**
   * 20,000 packages and records; 64 MiB and 60 seconds an answer; four retries from half a second.
   */
  public static final OsvLimits DEFAULT =
      new OsvLimits(20_000, 20_000, 64 << 20, Duration.ofSeconds(60), 4, Duration.ofMillis(500));

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one is not positive, or negative for retries and pause
   */
  public OsvLimits {
    if (packages < 1
        || records < 1
        || answerBytes < 1
        || answerTime.isNegative()
        || answerTime.isZero()
        || retries < 0
        || pause.isNegative()) {
      throw new IllegalArgumentException(
          "Limits of a look-up are not positive: use 1 or more, and some time");
    }
  }
}
