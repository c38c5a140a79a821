package io.eventsec.persistence.detection;

import io.eventsec.core.spi.CorrelationCommit;
import io.eventsec.core.spi.CorrelationCount;
import io.eventsec.core.spi.UntimelyNote;
import io.eventsec.persistence.internal.Columns;
import io.eventsec.persistence.internal.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

/** What correlations have done in a step, and which events they could not take up. */
final class CorrelationNotes {
  private static final int ROWS_A_STATEMENT = 1_000;

  private static final String COUNTS =
      """
      insert into correlation_counts as c
        (tenant, rule_id, rule_version, events, firings, late, ahead, trimmed, evicted)
      select * from unnest(?::text[], ?::text[], ?::text[], ?::int8[], ?::int8[], ?::int8[],
        ?::int8[], ?::int8[], ?::int8[])
      on conflict (tenant, rule_id, rule_version) do update set
        events = c.events + excluded.events, firings = c.firings + excluded.firings,
        late = c.late + excluded.late, ahead = c.ahead + excluded.ahead,
        trimmed = c.trimmed + excluded.trimmed, evicted = c.evicted + excluded.evicted,
        changed_at = now()""";

  private static final String UNTIMELY =
      """
      insert into untimely_events
        (tenant, rule_id, rule_version, event_id, event_time, source, reason, position)
      select tenant, rule_id, rule_version, event_id, event_time, source, reason,
        nullif(position, 0)
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[],
          ?::text[], ?::int8[])
        as noted (tenant, rule_id, rule_version, event_id, event_time, source, reason, position)
      on conflict do nothing""";

  private CorrelationNotes() {}

  static void write(Connection connection, CorrelationCommit commit) throws SQLException {
    List<CorrelationCount> counts = commit.counts();
    for (int from = 0; from < counts.size(); from += ROWS_A_STATEMENT) {
      count(connection, counts.subList(from, Math.min(counts.size(), from + ROWS_A_STATEMENT)));
    }
    List<UntimelyNote> notes = commit.untimely();
    for (int from = 0; from < notes.size(); from += ROWS_A_STATEMENT) {
      note(connection, notes.subList(from, Math.min(notes.size(), from + ROWS_A_STATEMENT)));
    }
  }

  private static void count(Connection connection, List<CorrelationCount> counts)
      throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(COUNTS)) {
      Columns<CorrelationCount> columns = new Columns<>(upsert, 1, counts);
      columns.text(count -> count.tenant().id());
      columns.text(count -> StorableText.of(count.rule().id()));
      columns.text(count -> count.rule().version());
      columns.array("int8", CorrelationCount::events);
      columns.array("int8", CorrelationCount::firings);
      columns.array("int8", CorrelationCount::late);
      columns.array("int8", CorrelationCount::ahead);
      columns.array("int8", CorrelationCount::trimmed);
      columns.array("int8", CorrelationCount::evicted);
      upsert.executeUpdate();
    }
  }

  private static void note(Connection connection, List<UntimelyNote> notes) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(UNTIMELY)) {
      Columns<UntimelyNote> columns = new Columns<>(insert, 1, notes);
      columns.text(note -> note.tenant().id());
      columns.text(note -> StorableText.of(note.rule().id()));
      columns.text(note -> note.rule().version());
      columns.text(note -> note.event().value());
      columns.array("timestamptz", note -> Timestamp.from(note.eventTime()));
      columns.text(note -> StorableText.of(note.source()));
      columns.text(note -> note.reason().name());
      columns.array("int8", UntimelyNote::position);
      insert.executeUpdate();
    }
  }
}
