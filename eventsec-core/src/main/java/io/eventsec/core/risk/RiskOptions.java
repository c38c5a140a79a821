package io.eventsec.core.risk;

import io.eventsec.core.event.Severity;
import io.eventsec.core.sigma.SigmaMetadata;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What an alert counts, and how fast that is forgotten.
 *
 * @param halfLife after which points count half, from a minute to ten years
 * @param points by the level of the rule, 0 to {@value #MOST_POINTS}; a rule may say its own
 */
public record RiskOptions(Duration halfLife, Map<Severity, Integer> points) {
  /** The most points that one alert can give. */
  public static final int MOST_POINTS = SigmaMetadata.MOST_RISK;

  /** The shortest half-life. */
  public static final Duration SHORTEST = Duration.ofMinutes(1);

  /** The longest half-life. */
  public static final Duration LONGEST = Duration.ofDays(3_650);

  /** A week; 0, 5, 20, 50 and 80 points. */
  public static final RiskOptions DEFAULT =
      new RiskOptions(
          Duration.ofDays(7),
          Map.of(
              Severity.INFORMATIONAL, 0,
              Severity.LOW, 5,
              Severity.MEDIUM, 20,
              Severity.HIGH, 50,
              Severity.CRITICAL, 80));

  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException if a level has no points, or something is out of its bounds
   */
  public RiskOptions {
    if (halfLife.compareTo(SHORTEST) < 0 || halfLife.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A half-life of " + halfLife + ": it is from " + SHORTEST + " to " + LONGEST);
    }
    Map<Severity, Integer> copy = new EnumMap<>(Severity.class);
    for (Severity level : Severity.values()) {
      copy.put(level, checked(level, points.getOrDefault(level, -1)));
    }
    points = Map.copyOf(copy);
  }

  private static int checked(Severity level, int points) {
    if (points < 0 || points > MOST_POINTS) {
      throw new IllegalArgumentException(
          "Points of " + level.sigmaName() + ": use 0 to " + MOST_POINTS);
    }
    return points;
  }

  /** What an alert of that level counts if its rule does not say. */
  public int points(Severity level) {
    return points.getOrDefault(level, 0);
  }
}
