package io.eventsec.persistence.incident;

import io.eventsec.core.alert.IncidentStatus;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a list selects of an incident, its people included. */
final class IncidentRow {
  /** The columns that {@link #of} wants. */
  static final String COLUMNS =
      """
      i.id as id, i.tenant as tenant, i.title as title, i.severity as severity,
      i.status as status, i.createdAt as createdAt, i.updatedAt as updatedAt,
      i.closedAt as closedAt, i.revision as revision,
      (select count(t.id) from IncidentItemEntity t
        where t.tenant = i.tenant and t.incident = i) as items, """
          + ' '
          + String.join(
              ", ",
              UserColumns.of("c", "creator"),
              UserColumns.of("o", "owner"),
              UserColumns.of("a", "assignee"),
              UserColumns.of("x", "closer"));

  /** Where they come from. */
  static final String FROM =
      """
       from IncidentEntity i join i.createdBy c
      left join i.owner o left join i.assignee a left join i.closedBy x""";

  private IncidentRow() {}

  static IncidentSummary of(Tuple row) {
    return new IncidentSummary(
        row.get("id", UUID.class),
        new Tenant(row.get("tenant", String.class)),
        row.get("title", String.class),
        row.get("severity", Severity.class),
        row.get("status", IncidentStatus.class),
        new IncidentPeople(
            UserColumns.require(row, "creator"),
            UserColumns.read(row, "owner"),
            UserColumns.read(row, "assignee"),
            UserColumns.read(row, "closer")),
        row.get("createdAt", Instant.class),
        row.get("updatedAt", Instant.class),
        Optional.ofNullable(row.get("closedAt", Instant.class)),
        row.get("items", Long.class),
        row.get("revision", Integer.class));
  }
}
