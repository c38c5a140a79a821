package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.internal.AlertColumns;
import jakarta.persistence.Tuple;
import java.time.Instant;

/** What a list selects of an alert: not its evidence. */
final class SummaryRow {
  /** The columns that {@link #of} wants. */
  static final String COLUMNS =
      """
      a.id as id, a.tenant as tenant, a.changeSeq as seq, a.ruleId as ruleId,
      a.ruleVersion as ruleVersion, a.title as title, a.severity as severity, a.status as status,
      a.source as source, a.eventTime as eventTime, a.raisedAt as raisedAt,
      coalesce(a.lastEventTime, a.eventTime) as lastEventTime, a.firings as firings,
      a.entities as entities, a.revision as revision""";

  /** A query up to its conditions. */
  static final String SELECT = "select " + COLUMNS + " from AlertEntity a";

  private SummaryRow() {}

  static AlertSummary of(Tuple row) {
    return new AlertSummary(
        new AlertId(row.get("id", String.class)),
        new Tenant(row.get("tenant", String.class)),
        row.get("seq", Long.class),
        new RuleRef(row.get("ruleId", String.class), row.get("ruleVersion", String.class)),
        row.get("title", String.class),
        row.get("severity", Severity.class),
        row.get("status", AlertStatus.class),
        row.get("source", String.class),
        row.get("eventTime", Instant.class),
        row.get("lastEventTime", Instant.class),
        row.get("firings", Long.class),
        row.get("raisedAt", Instant.class),
        AlertColumns.readEntities(row.get("entities", String.class)),
        row.get("revision", Integer.class));
  }
}
