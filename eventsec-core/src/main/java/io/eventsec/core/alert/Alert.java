package io.eventsec.core.alert;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Correlation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rule fired: an alert as it is raised. What people do to it later (status, comments) is kept by
 * the store beside it.
 *
 * @param id derived from rule version and events
 * @param tenant whose it is
 * @param rule the version of the rule that fired
 * @param title the rule's title
 * @param severity the rule's level
 * @param tags the rule's tags, {@code attack.t1046} and so on
 * @param entities who and what it is about
 * @param matchedItems why it fired
 * @param evidence the events that made it fire, at least one, in the order of the id
 * @param correlation the exchange that brought the first event; empty if it came otherwise. No part
 *     of the id
 */
public record Alert(
    AlertId id,
    Tenant tenant,
    RuleRef rule,
    String title,
    Severity severity,
    List<String> tags,
    Entities entities,
    List<MatchedItem> matchedItems,
    List<Event> evidence,
    Optional<Correlation> correlation) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no evidence
   */
  public Alert {
    tags = List.copyOf(tags);
    matchedItems = List.copyOf(matchedItems);
    evidence = List.copyOf(evidence);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException(
          "Alert " + id + " has no evidence; an alert needs at least one event");
    }
  }

  /** An alert whose events came by no exchange. */
  public Alert(
      AlertId id,
      Tenant tenant,
      RuleRef rule,
      String title,
      Severity severity,
      List<String> tags,
      Entities entities,
      List<MatchedItem> matchedItems,
      List<Event> evidence) {
    this(
        id,
        tenant,
        rule,
        title,
        severity,
        tags,
        entities,
        matchedItems,
        evidence,
        Optional.empty());
  }

  /** The same, of events that came by that exchange; of none if it is empty. */
  public Alert with(Optional<Correlation> exchange) {
    return new Alert(
        id, tenant, rule, title, severity, tags, entities, matchedItems, evidence, exchange);
  }

  /** The same under that id. */
  public Alert with(AlertId other) {
    return new Alert(
        other, tenant, rule, title, severity, tags, entities, matchedItems, evidence, correlation);
  }

  /** The same, of that severity. */
  public Alert with(Severity other) {
    return new Alert(
        id, tenant, rule, title, other, tags, entities, matchedItems, evidence, correlation);
  }

  /** When it happened: the time of the first event. */
  public Instant eventTime() {
    return evidence.get(0).time();
  }

  /** The source of the first event. */
  public String source() {
    return evidence.get(0).source();
  }
}
