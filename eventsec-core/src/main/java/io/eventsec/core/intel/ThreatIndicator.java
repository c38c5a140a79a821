package io.eventsec.core.intel;

import java.util.OptionalInt;

/**
 * What one source says of an indicator.
 *
 * @param indicator what is bad
 * @param origin who says so, and under which name
 * @param validity at which times of events it holds
 * @param confidence how sure the source is, 0 to 100; empty if it does not say
 * @param details what it tells people
 */
public record ThreatIndicator(
    Indicator indicator,
    IndicatorOrigin origin,
    ValidityPeriod validity,
    OptionalInt confidence,
    IndicatorDetails details) {
  private static final int MOST_CONFIDENT = 100;

  /**
   * Checks the confidence.
   *
   * @throws IllegalArgumentException if it is out of bounds
   */
  public ThreatIndicator {
    if (confidence.isPresent()
        && (confidence.getAsInt() < 0 || confidence.getAsInt() > MOST_CONFIDENT)) {
      throw new IllegalArgumentException(
          "Confidence " + confidence.getAsInt() + " is out of bounds; use 0 to " + MOST_CONFIDENT);
    }
  }

  /** A claim of which nothing else is known: it always holds. */
  public static ThreatIndicator of(Indicator indicator, String source) {
    return new ThreatIndicator(
        indicator,
        IndicatorOrigin.of(source),
        ValidityPeriod.ALWAYS,
        OptionalInt.empty(),
        IndicatorDetails.NONE);
  }
}
