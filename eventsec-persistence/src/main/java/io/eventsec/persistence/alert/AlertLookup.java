package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertChangeKind;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.persistence.identity.UserTuples;
import io.eventsec.persistence.internal.AlertColumns;
import io.eventsec.persistence.internal.EvidenceColumn;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks one alert up: a statement for the alert, one for its history. */
final class AlertLookup {
  private static final String ALERT =
      "select "
          + SummaryRow.COLUMNS
          + """
          , a.tags as tags, a.matchedItems as matchedItems, a.evidence as evidence,
          a.closedAt as closedAt, a.correlationId as correlationId,
          o.id as ownerId, o.username as ownerName, o.displayName as ownerDisplay,
          s.id as assigneeId, s.username as assigneeName, s.displayName as assigneeDisplay,
          c.id as closerId, c.username as closerName, c.displayName as closerDisplay
          from AlertEntity a left join a.owner o left join a.assignee s left join a.closedBy c
          where a.tenant = :tenant and a.id = :id""";

  private static final String HISTORY =
      """
      select h.change as change, h.fromStatus as fromStatus, h.toStatus as toStatus,
        s.id as subjectId, s.username as subjectName, s.displayName as subjectDisplay,
        h.comment as comment, u.id as userId, u.username as username, h.changedAt as at
      from AlertHistoryEntity h join h.changedBy u left join h.subject s
      where h.tenant = :tenant and h.alert.id = :id order by h.id""";

  private final EntityManager entities;

  AlertLookup(EntityManager entities) {
    this.entities = entities;
  }

  Optional<AlertDetail> find(Tenant tenant, AlertId id) {
    return entities
        .createQuery(ALERT, Tuple.class)
        .setParameter("tenant", tenant.id())
        .setParameter("id", id.value())
        .getResultStream()
        .findFirst()
        .map(row -> detail(tenant, row));
  }

  private AlertDetail detail(Tenant tenant, Tuple row) {
    AlertSummary summary = SummaryRow.of(row);
    return new AlertDetail(
        summary,
        people(row),
        AlertColumns.readTags(row.get("tags", String.class)),
        AlertColumns.readMatchedItems(row.get("matchedItems", String.class)),
        EvidenceColumn.read(tenant, row.get("evidence", String.class)),
        history(tenant, summary.id()),
        Optional.ofNullable(row.get("correlationId", String.class)).map(Correlation::new));
  }

  private List<AlertHistoryEntry> history(Tenant tenant, AlertId id) {
    return entities
        .createQuery(HISTORY, Tuple.class)
        .setParameter("tenant", tenant.id())
        .setParameter("id", id.value())
        .getResultStream()
        .map(AlertLookup::entry)
        .toList();
  }

  private static AlertPeople people(Tuple row) {
    return new AlertPeople(
        UserTuples.user(row, "owner"),
        UserTuples.user(row, "assignee"),
        UserTuples.user(row, "closer"),
        Optional.ofNullable(row.get("closedAt", Instant.class)));
  }

  private static AlertHistoryEntry entry(Tuple row) {
    return new AlertHistoryEntry(
        row.get("change", AlertChangeKind.class),
        row.get("fromStatus", AlertStatus.class),
        row.get("toStatus", AlertStatus.class),
        UserTuples.user(row, "subject"),
        Optional.ofNullable(row.get("comment", String.class)),
        row.get("userId", UUID.class),
        row.get("username", String.class),
        row.get("at", Instant.class));
  }
}
