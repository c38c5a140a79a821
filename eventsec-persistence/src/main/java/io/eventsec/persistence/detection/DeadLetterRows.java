package io.eventsec.persistence.detection;

import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.persistence.internal.Columns;
import io.eventsec.persistence.internal.StorableText;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

/** Dead letters as rows; the rejected record itself as UTF-8 bytes, because it can be anything. */
final class DeadLetterRows {
  private static final int ROWS_A_STATEMENT = 500;

  private static final String INSERT =
      """
      insert into dead_letters (tenant, source, event_id, stage, cause, reason, raw, received_at,
        parser)
      select tenant, source, event_id, stage, cause, reason, raw, received_at, parser from (
        select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::bytea[], ?::timestamptz[], ?::text[])
        with ordinality as given (tenant, source, event_id, stage, cause, reason, raw, received_at,
          parser, place)
        order by place
      ) as ordered
      on conflict (tenant, event_id, stage) do nothing""";

  private DeadLetterRows() {}

  static void insert(Connection connection, List<DeadLetter> letters) throws SQLException {
    for (int from = 0; from < letters.size(); from += ROWS_A_STATEMENT) {
      insertChunk(
          connection, letters.subList(from, Math.min(letters.size(), from + ROWS_A_STATEMENT)));
    }
  }

  private static void insertChunk(Connection connection, List<DeadLetter> letters)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      Columns<DeadLetter> columns = new Columns<>(insert, 1, letters);
      columns.text(letter -> letter.tenant().id());
      columns.text(letter -> StorableText.of(letter.source()));
      columns.text(letter -> letter.rejection().eventId().value());
      columns.text(letter -> letter.rejection().stage().name());
      columns.text(letter -> StorableText.of(letter.rejection().cause()));
      columns.text(letter -> StorableText.of(letter.rejection().reason()));
      columns.bytes(letter -> letter.rejection().raw().getBytes(StandardCharsets.UTF_8));
      columns.array("timestamptz", letter -> Timestamp.from(letter.receivedAt()));
      columns.text(letter -> StorableText.of(letter.parser()));
      insert.executeUpdate();
    }
  }

  /** The columns that {@link #read} wants. */
  static final String COLUMNS =
      "id, tenant, source, event_id, stage, cause, reason, raw, received_at, parser";

  static StoredDeadLetter read(ResultSet row) throws SQLException {
    Rejection rejection =
        new Rejection(
            new EventId(row.getString("event_id")),
            Rejection.Stage.valueOf(row.getString("stage")),
            row.getString("cause"),
            row.getString("reason"),
            new String(row.getBytes("raw"), StandardCharsets.UTF_8));
    return new StoredDeadLetter(
        row.getLong("id"),
        new DeadLetter(
            new Tenant(row.getString("tenant")),
            row.getString("source"),
            rejection,
            row.getTimestamp("received_at").toInstant(),
            row.getString("parser")));
  }
}
