package io.eventsec.core.risk;

import java.time.Duration;
import java.time.Instant;

/**
 * Points at a moment, which halve with each half-life after it. Scores can be added up in any order
 * and in any grouping: but for rounding, the sum is the same, so that alerts may come late or from
 * a replay.
 *
 * @param value how many points there are at that moment, 0 or more
 * @param asOf the moment
 */
public record RiskScore(double value, Instant asOf) {
  /** So many half-lives leave nothing that could be told from nothing. */
  private static final double MOST_HALVINGS = 200;

  private static final double NANOS = 1e9;

  /**
   * Checks the value.
   *
   * @throws IllegalArgumentException if it is negative or no number
   */
  public RiskScore {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("A score of " + value + ": it is zero or more");
    }
  }

  /**
   * What is left of it then. Before {@link #asOf} it is what it is at that moment: which part of it
   * came later is not kept.
   */
  public double at(Instant moment, Duration halfLife) {
    return value * left(asOf, moment, halfLife);
  }

  /** Both together, as of the later moment. */
  public RiskScore plus(RiskScore other, Duration halfLife) {
    Instant later = asOf.isBefore(other.asOf) ? other.asOf : asOf;
    return new RiskScore(at(later, halfLife) + other.at(later, halfLife), later);
  }

  /**
   * The part that is left of points.
   *
   * @return 1 if {@code to} is not after {@code from}; never less than 2<sup>-200</sup>
   */
  public static double left(Instant from, Instant to, Duration halfLife) {
    double elapsed = seconds(Duration.between(from, to));
    return elapsed <= 0 ? 1 : Math.pow(2, -Math.min(MOST_HALVINGS, elapsed / seconds(halfLife)));
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() / NANOS;
  }
}
