package io.eventsec.app.api;

import io.eventsec.core.risk.EntityRisk;
import io.eventsec.core.risk.RiskContribution;
import io.eventsec.core.risk.RiskScore;
import io.eventsec.persistence.risk.RiskSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What has been collected against a host, user or address.
 *
 * @param kind host, user or address
 * @param name its name; of a host in lower case
 * @param score what is left of the points now, in hundredths
 * @param alerts how many alerts gave points
 * @param lastSeenAt when the last of them happened
 * @param lastAlertId which that is
 */
public record RiskJson(
    String kind, String name, double score, long alerts, Instant lastSeenAt, String lastAlertId) {
  private static final double HUNDREDTHS = 100;

  static RiskJson of(EntityRisk risk, Instant now, Duration halfLife) {
    return new RiskJson(
        risk.entity().kind().lowerCase(),
        risk.entity().name(),
        rounded(risk.score().at(now, halfLife)),
        risk.alerts(),
        risk.lastSeen(),
        risk.lastAlert().value());
  }

  private static double rounded(double points) {
    return Math.round(points * HUNDREDTHS) / HUNDREDTHS;
  }

  /**
   * The same, and of what it is made.
   *
   * @param kind host, user or address
   * @param name its name; of a host in lower case
   * @param score what is left of the points now, in hundredths
   * @param alerts how many alerts gave points
   * @param lastSeenAt when the last of them happened
   * @param lastAlertId which that is
   * @param at when that was so
   * @param halfLifeSeconds after which time points count half
   * @param contributions what alerts gave, newest first, 200 at most; what is old may have been
   *     forgotten and be part of the score
   */
  public record Detail(
      String kind,
      String name,
      double score,
      long alerts,
      Instant lastSeenAt,
      String lastAlertId,
      Instant at,
      long halfLifeSeconds,
      List<ContributionJson> contributions) {

    static Detail of(EntityRisk risk, List<RiskSource> sources, Instant now, Duration halfLife) {
      RiskJson json = RiskJson.of(risk, now, halfLife);
      return new Detail(
          json.kind,
          json.name,
          json.score,
          json.alerts,
          json.lastSeenAt,
          json.lastAlertId,
          now,
          halfLife.toSeconds(),
          sources.stream().map(source -> ContributionJson.of(source, now, halfLife)).toList());
    }
  }

  /**
   * What one alert gave.
   *
   * @param alertId which
   * @param ruleId the rule that fired
   * @param title the rule's title
   * @param severity the rule's level
   * @param status where the alert stands
   * @param eventTime when it happened
   * @param points how much it gave
   * @param left what is left of that now, in hundredths
   */
  public record ContributionJson(
      String alertId,
      String ruleId,
      String title,
      String severity,
      String status,
      Instant eventTime,
      int points,
      double left) {

    static ContributionJson of(RiskSource source, Instant now, Duration halfLife) {
      RiskContribution contribution = source.contribution();
      RiskScore score = contribution.score();
      return new ContributionJson(
          contribution.alert().value(),
          source.rule().id(),
          source.title(),
          source.severity().sigmaName(),
          Values.name(source.status()),
          contribution.time(),
          contribution.points(),
          rounded(score.at(now, halfLife)));
    }
  }
}
