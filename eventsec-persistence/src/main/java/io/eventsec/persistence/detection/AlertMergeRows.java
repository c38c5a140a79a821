package io.eventsec.persistence.detection;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertMerge;
import io.eventsec.core.alert.AlertRepeat;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alerts that take up matches: raised if they are not there, else read, joined and written. */
final class AlertMergeRows {
  private static final int ROWS_A_STATEMENT = 200;

  private static final String FIND =
      """
      select a.tenant, a.id, a.rule_id, a.rule_version, a.title, a.severity, a.tags, a.entities,
        a.matched_items, a.evidence, a.correlation_id, a.firings,
        coalesce(a.last_event_time, a.event_time)
      from alerts a join unnest(?::text[], ?::text[]) as wanted (tenant, id)
        on a.tenant = wanted.tenant and a.id = wanted.id""";

  private static final String UPDATE =
      """
      update alerts a
      set firings = more.firings, event_time = more.event_time,
        last_event_time = more.last_event_time, source = more.source,
        entities = more.entities::jsonb, matched_items = more.matched_items::json,
        evidence = more.evidence::json, search_text = more.search_text,
        change_seq = nextval('alert_changes')
      from unnest(?::text[], ?::text[], ?::int8[], ?::timestamptz[], ?::timestamptz[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[])
        as more (tenant, id, firings, event_time, last_event_time, source, entities, matched_items,
          evidence, search_text)
      where a.tenant = more.tenant and a.id = more.id""";

  private final Connection connection;
  private final AlertRows alerts;

  AlertMergeRows(Connection connection, AlertRows alerts) {
    this.connection = connection;
    this.alerts = alerts;
  }

  /** Writes them, and returns the alerts that are new. */
  List<Alert> write(List<AlertMerge> merges) throws SQLException {
    if (merges.isEmpty()) {
      return List.of();
    }
    // Nobody else raises or changes one of them from here on.
    AlertChangeLock.take(connection);
    List<Alert> raised = new ArrayList<>();
    for (int from = 0; from < merges.size(); from += ROWS_A_STATEMENT) {
      raised.addAll(
          writeSome(merges.subList(from, Math.min(merges.size(), from + ROWS_A_STATEMENT))));
    }
    return raised;
  }

  private List<Alert> writeSome(List<AlertMerge> merges) throws SQLException {
    Map<AlertId, AlertMerge> known = find(merges);
    List<AlertMerge> fresh = new ArrayList<>();
    List<AlertMerge> joined = new ArrayList<>();
    for (AlertMerge merge : merges) {
      AlertMerge there = known.get(merge.alert().id());
      if (there == null) {
        fresh.add(merge);
      } else {
        joined.add(there.and(merge));
      }
    }
    List<Alert> raised = alerts.raise(fresh.stream().map(AlertMerge::alert).toList());
    AlertRepeatRows.write(
        connection,
        fresh.stream().filter(merge -> merge.count() > 1).map(AlertMergeRows::repeat).toList());
    update(joined);
    return raised;
  }

  private static AlertRepeat repeat(AlertMerge merge) {
    return new AlertRepeat(
        merge.alert().id(), merge.alert().tenant(), merge.count(), merge.lastTime());
  }

  private Map<AlertId, AlertMerge> find(List<AlertMerge> merges) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(FIND)) {
      Columns<AlertMerge> columns = new Columns<>(query, 1, merges);
      columns.text(merge -> merge.alert().tenant().id());
      columns.text(merge -> merge.alert().id().value());
      try (ResultSet row = query.executeQuery()) {
        Map<AlertId, AlertMerge> found = new HashMap<>();
        while (row.next()) {
          AlertMerge merge = merge(row);
          found.put(merge.alert().id(), merge);
        }
        return found;
      }
    }
  }

  private static AlertMerge merge(ResultSet row) throws SQLException {
    Tenant tenant = new Tenant(row.getString(1));
    Alert alert =
        new Alert(
            new AlertId(row.getString(2)),
            tenant,
            new RuleRef(row.getString(3), row.getString(4)),
            row.getString(5),
            Severity.values()[row.getInt(6)],
            AlertColumns.readTags(row.getString(7)),
            AlertColumns.readEntities(row.getString(8)),
            AlertColumns.readMatchedItems(row.getString(9)),
            EvidenceColumn.read(tenant, row.getString(10)),
            Optional.ofNullable(row.getString(11)).map(Correlation::new));
    return new AlertMerge(alert, row.getLong(12), row.getTimestamp(13).toInstant());
  }

  private void update(List<AlertMerge> merges) throws SQLException {
    if (merges.isEmpty()) {
      return;
    }
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      Columns<AlertMerge> columns = new Columns<>(update, 1, merges);
      columns.text(merge -> merge.alert().tenant().id());
      columns.text(merge -> merge.alert().id().value());
      columns.array("int8", AlertMerge::count);
      columns.array("timestamptz", merge -> Timestamp.from(merge.alert().eventTime()));
      columns.array("timestamptz", merge -> Timestamp.from(merge.lastTime()));
      columns.text(merge -> StorableText.of(merge.alert().source()));
      columns.text(merge -> AlertColumns.entities(merge.alert().entities()));
      columns.text(merge -> AlertColumns.matchedItems(merge.alert().matchedItems()));
      columns.text(merge -> EvidenceColumn.write(merge.alert().evidence()));
      columns.text(merge -> AlertColumns.searchText(merge.alert()));
      update.executeUpdate();
    }
  }
}
