package io.eventsec.core.risk;

import io.eventsec.core.alert.AlertId;
import java.time.Duration;
import java.time.Instant;

/**
 * What has been collected against one entity.
 *
 * @param entity against whom or what
 * @param score the points, as of the last of them
 * @param alerts how many alerts gave points
 * @param lastAlert the one that happened last; of those of one instant the one with the greatest id
 */
public record EntityRisk(RiskEntity entity, RiskScore score, long alerts, AlertId lastAlert) {

  /** What one alert counts. */
  public static EntityRisk of(RiskContribution contribution) {
    return new EntityRisk(contribution.entity(), contribution.score(), 1, contribution.alert());
  }

  /**
   * Both together, in any order.
   *
   * @param more of the same entity and of other alerts
   */
  public EntityRisk plus(EntityRisk more, Duration halfLife) {
    int later = more.score.asOf().compareTo(score.asOf());
    boolean takesOver =
        later > 0 || (later == 0 && more.lastAlert.value().compareTo(lastAlert.value()) > 0);
    return new EntityRisk(
        entity,
        score.plus(more.score, halfLife),
        alerts + more.alerts,
        takesOver ? more.lastAlert : lastAlert);
  }

  /** When the last alert happened that gave points. */
  public Instant lastSeen() {
    return score.asOf();
  }
}
