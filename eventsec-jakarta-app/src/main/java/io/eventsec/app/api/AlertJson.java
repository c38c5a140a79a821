package io.eventsec.app.api;

import io.eventsec.core.alert.Entities;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.persistence.alert.AlertSummary;
import java.time.Instant;
import java.util.List;

/**
 * An alert as a list shows it.
 *
 * @param id its id
 * @param title the rule's title
 * @param severity informational, low, medium, high or critical
 * @param status open, acknowledged or closed
 * @param ruleId the rule that fired
 * @param ruleVersion the version of it that fired
 * @param source where its first event came from
 * @param eventTime when it happened
 * @param lastEventTime when what it is about happened last
 * @param firings how often its condition was reached, from 1
 * @param raisedAt when it was found
 * @param entities who and what it is about
 * @param revision 1 when raised, one more for each change
 */
public record AlertJson(
    String id,
    String title,
    String severity,
    String status,
    String ruleId,
    String ruleVersion,
    String source,
    Instant eventTime,
    Instant lastEventTime,
    long firings,
    Instant raisedAt,
    EntitiesJson entities,
    int revision) {

  /** Of what is kept. */
  public static AlertJson of(AlertSummary alert) {
    RuleRef rule = alert.rule();
    return new AlertJson(
        alert.id().value(),
        alert.title(),
        alert.severity().sigmaName(),
        Values.name(alert.status()),
        rule.id(),
        rule.version(),
        alert.source(),
        alert.eventTime(),
        alert.lastEventTime(),
        alert.firings(),
        alert.raisedAt(),
        EntitiesJson.of(alert.entities()),
        alert.revision());
  }

  /**
   * Who and what an alert is about.
   *
   * @param hosts host names
   * @param users user names
   * @param addresses IP addresses
   */
  public record EntitiesJson(List<String> hosts, List<String> users, List<String> addresses) {
    static EntitiesJson of(Entities entities) {
      return new EntitiesJson(entities.hosts(), entities.users(), entities.addresses());
    }
  }
}
