package io.eventsec.core.risk;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.event.Tenant;
import java.time.Instant;

/**
 * What one alert counts against one entity.
 *
 * @param tenant whose they are
 * @param entity against whom or what
 * @param alert the alert; it counts once, however often it is committed
 * @param points how much, 1 or more
 * @param time when it happened, in whole microseconds
 */
public record RiskContribution(
    Tenant tenant, RiskEntity entity, AlertId alert, int points, Instant time) {
  /**
   * Checks the points.
   *
   * @throws IllegalArgumentException if there are none
   */
  public RiskContribution {
    if (points < 1) {
      throw new IllegalArgumentException(
          "Alert " + alert + " counts " + points + " against " + entity + ": it is 1 or more");
    }
  }

  /** The points as a score of that moment. */
  public RiskScore score() {
    return new RiskScore(points, time);
  }
}
