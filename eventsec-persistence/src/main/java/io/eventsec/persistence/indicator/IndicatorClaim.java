package io.eventsec.persistence.indicator;

import io.eventsec.core.intel.Indicator;
import java.time.Instant;
import java.util.Optional;

/**
 * What a source says of an indicator.
 *
 * @param indicator what is bad
 * @param confidence how sure the source is, 0 to 100
 * @param validFrom since when; {@link #ALWAYS} if the source does not say
 * @param validUntil until when; empty for no end
 */
public record IndicatorClaim(
    Indicator indicator, int confidence, Instant validFrom, Optional<Instant> validUntil) {
  /** Since ever, as far as anybody knows. */
  public static final Instant ALWAYS = Instant.EPOCH;

  private static final int MOST_CONFIDENT = 100;

  /**
   * Checks confidence and order.
   *
   * @throws IllegalArgumentException if the confidence is out of bounds, or the end is not after
   *     the beginning
   */
  public IndicatorClaim {
    if (confidence < 0 || confidence > MOST_CONFIDENT) {
      throw new IllegalArgumentException(
          "Confidence " + confidence + " is out of bounds: use 0 to " + MOST_CONFIDENT);
    }
    if (validUntil.isPresent() && !validUntil.get().isAfter(validFrom)) {
      throw new IllegalArgumentException(
          "An end at "
              + validUntil.get()
              + " is not after the beginning at "
              + validFrom
              + "; give a later end or none");
    }
  }
}
