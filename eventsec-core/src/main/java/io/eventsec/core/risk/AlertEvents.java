package io.eventsec.core.risk;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Alerts told as events, for rules of the logsource {@code product: eventsec, service: alert}:
 *
 * <pre>
 * event.kind alert, event.module eventsec, event.dataset eventsec.alert,
 * event.severity 0 to 4, event.risk_score what the alert counts,
 * rule.id, rule.name, rule.version, eventsec.rule.level the Sigma level, tags,
 * threat.technique.id of the tags, as T1110.001,
 * host.name, user.name, source.ip, destination.ip, host.ip of the event that raised the alert,
 * related.hosts, related.user, related.ip all that the alert is about and that collects risk
 * </pre>
 */
public final class AlertEvents {
  private static final Pattern TECHNIQUE =
      Pattern.compile("attack\\.(t\\d{4}(\\.\\d{3})?)", Pattern.CASE_INSENSITIVE);

  private AlertEvents() {}

  /**
   * The event of an alert that a rule raised for one event: of the same time, place and source. Its
   * id is the alert's, so who has the event's id finds the alert.
   *
   * @param points what the alert counts
   */
  public static Event of(Alert alert, int points) {
    Event raising = alert.evidence().get(0);
    Event.Builder event =
        Event.builder(new EventId(alert.id().value()), alert.tenant(), raising.source())
            .time(raising.time())
            .receivedAt(raising.receivedAt())
            .place(raising.place())
            .ecs("event.kind", "alert")
            .ecs("event.module", "eventsec")
            .ecs("event.dataset", "eventsec.alert")
            .ecs("event.severity", (long) alert.severity().ordinal())
            .ecs("event.risk_score", (double) points)
            .ecs("rule.id", alert.rule().id())
            .ecs("rule.name", alert.title())
            .ecs("rule.version", alert.rule().version())
            .ecs("tags", alert.tags())
            .ecs("threat.technique.id", techniques(alert.tags()))
            .nativeField("eventsec.rule.level", alert.severity().sigmaName());
    copy(raising, EntityKind.HOST, "host.name", event);
    copy(raising, EntityKind.USER, "user.name", event);
    copy(raising, EntityKind.ADDRESS, "source.ip", event);
    copy(raising, EntityKind.ADDRESS, "destination.ip", event);
    copy(raising, EntityKind.ADDRESS, "host.ip", event);
    List<RiskEntity> entities = RiskEntity.of(alert.entities());
    return event
        .ecs("related.hosts", names(entities, EntityKind.HOST))
        .ecs("related.user", names(entities, EntityKind.USER))
        .ecs("related.ip", names(entities, EntityKind.ADDRESS))
        .build();
  }

  /** In the spelling in which names collect risk, so that groups are what has a score. */
  private static void copy(Event from, EntityKind kind, String field, Event.Builder to) {
    Object value = from.ecsFields().get(field);
    List<?> values =
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    to.ecs(field, names(RiskEntity.of(kind, values.stream().map(Object::toString).toList()), kind));
  }

  private static List<String> names(List<RiskEntity> entities, EntityKind kind) {
    return entities.stream().filter(entity -> entity.kind() == kind).map(RiskEntity::name).toList();
  }

  private static List<String> techniques(List<String> tags) {
    return tags.stream()
        .map(TECHNIQUE::matcher)
        .filter(Matcher::matches)
        .map(tag -> tag.group(1).toUpperCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}
