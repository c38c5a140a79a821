package io.eventsec.persistence.detection;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertDocument;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.persistence.internal.AlertChangeLock;
import io.eventsec.persistence.internal.AlertColumns;
import io.eventsec.persistence.internal.Columns;
import io.eventsec.persistence.internal.EvidenceColumn;
import io.eventsec.persistence.internal.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Alerts and their outbox entries, many a statement. */
final class AlertRows {
  private static final int ROWS_A_STATEMENT = 500;

  private static final String INSERT =
      """
      insert into alerts (change_seq, raised_at, id, tenant, rule_id, rule_version, title, severity,
        source, event_time, entities, tags, matched_items, evidence, search_text, correlation_id)
      select nextval('alert_changes'), ?, id, tenant, rule_id, rule_version, title, severity, source,
        event_time, entities::jsonb, tags::jsonb, matched_items::json, evidence::json, search_text,
        correlation_id
      from (
        select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::smallint[],
          ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[])
        with ordinality as given (id, tenant, rule_id, rule_version, title, severity, source,
          event_time, entities, tags, matched_items, evidence, search_text, correlation_id, place)
        order by place
      ) as ordered
      on conflict (id) do nothing returning id""";

  private static final String OUTBOX =
      """
      insert into outbox (kind, tenant, entry_key, payload)
      select ?, tenant, entry_key, payload from (
        select * from unnest(?::text[], ?::text[], ?::text[])
        with ordinality as given (tenant, entry_key, payload, place) order by place
      ) as ordered""";

  private final Connection connection;
  private final Instant raisedAt;

  AlertRows(Connection connection, Instant raisedAt) {
    this.connection = connection;
    this.raisedAt = raisedAt;
  }

  /** Inserts those that are not there yet, with an outbox entry each, and returns them. */
  List<Alert> raise(List<Alert> alerts) throws SQLException {
    if (alerts.isEmpty()) {
      return alerts;
    }
    AlertChangeLock.take(connection);
    Map<String, Alert> distinct = new LinkedHashMap<>();
    alerts.forEach(alert -> distinct.putIfAbsent(alert.id().value(), alert));
    List<Alert> given = List.copyOf(distinct.values());
    Set<String> inserted = new HashSet<>();
    for (int from = 0; from < given.size(); from += ROWS_A_STATEMENT) {
      inserted.addAll(insert(given.subList(from, Math.min(given.size(), from + ROWS_A_STATEMENT))));
    }
    List<Alert> raised =
        given.stream().filter(alert -> inserted.contains(alert.id().value())).toList();
    for (int from = 0; from < raised.size(); from += ROWS_A_STATEMENT) {
      outbox(raised.subList(from, Math.min(raised.size(), from + ROWS_A_STATEMENT)));
    }
    return raised;
  }

  private Set<String> insert(List<Alert> alerts) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setTimestamp(1, Timestamp.from(raisedAt));
      Columns<Alert> columns = new Columns<>(insert, 2, alerts);
      columns.text(alert -> alert.id().value());
      columns.text(alert -> alert.tenant().id());
      columns.text(alert -> StorableText.of(alert.rule().id()));
      columns.text(alert -> StorableText.of(alert.rule().version()));
      columns.text(alert -> StorableText.of(alert.title()));
      columns.array("int2", alert -> (short) alert.severity().ordinal());
      columns.text(alert -> StorableText.of(alert.source()));
      columns.array("timestamptz", alert -> Timestamp.from(alert.eventTime()));
      columns.text(alert -> AlertColumns.entities(alert.entities()));
      columns.text(alert -> AlertColumns.tags(alert.tags()));
      columns.text(alert -> AlertColumns.matchedItems(alert.matchedItems()));
      columns.text(alert -> EvidenceColumn.write(alert.evidence()));
      columns.text(AlertColumns::searchText);
      columns.optionalText(alert -> alert.correlation().map(Correlation::id));
      try (ResultSet row = insert.executeQuery()) {
        Set<String> inserted = new HashSet<>();
        while (row.next()) {
          inserted.add(row.getString(1));
        }
        return inserted;
      }
    }
  }

  private void outbox(List<Alert> alerts) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(OUTBOX)) {
      insert.setString(1, PostgresDetectionStore.ALERT_INDEX);
      Columns<Alert> columns = new Columns<>(insert, 2, alerts);
      columns.text(alert -> alert.tenant().id());
      columns.text(alert -> alert.id().value());
      columns.text(alert -> AlertDocument.json(alert, raisedAt));
      insert.executeUpdate();
    }
  }
}
