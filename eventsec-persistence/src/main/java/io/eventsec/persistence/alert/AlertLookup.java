package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Correlation;
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
          + ", a.tags as tags, a.matchedItems as matchedItems, a.evidence as evidence,"
          + " a.correlationId as correlationId"
          + " from AlertEntity a where a.tenant = :tenant and a.id = :id";

  private static final String HISTORY =
      """
      select h.fromStatus, h.toStatus, h.comment, u.id, u.username, h.changedAt
      from AlertHistoryEntity h join h.changedBy u where h.alert.id = :id order by h.id""";

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
        AlertColumns.readTags(row.get("tags", String.class)),
        AlertColumns.readMatchedItems(row.get("matchedItems", String.class)),
        EvidenceColumn.read(tenant, row.get("evidence", String.class)),
        history(summary.id()),
        Optional.ofNullable(row.get("correlationId", String.class)).map(Correlation::new));
  }

  private List<AlertHistoryEntry> history(AlertId id) {
    return entities
        .createQuery(HISTORY, Tuple.class)
        .setParameter("id", id.value())
        .getResultStream()
        .map(AlertLookup::entry)
        .toList();
  }

  private static AlertHistoryEntry entry(Tuple row) {
    return new AlertHistoryEntry(
        row.get(0, AlertStatus.class),
        row.get(1, AlertStatus.class),
        Optional.ofNullable(row.get(2, String.class)),
        row.get(3, UUID.class),
        row.get(4, String.class),
        row.get(5, Instant.class));
  }
}
