package io.eventsec.persistence.journal;

import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReadLimit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads batches in their order. */
final class JournalReading {
  /** Rows the driver holds at once: few, since each may be megabytes. */
  private static final int ROWS_AT_ONCE = 8;

  private static final String NEXT =
      """
      select position, tenant, source, origin_key, first_ordinal, batch_key, format, received_at,
        record_count, raw_size, payload
      from journal where position > ? order by position limit ?""";

  private JournalReading() {}

  static List<JournalEntry> read(Connection connection, JournalPosition after, ReadLimit limit)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEXT)) {
      query.setFetchSize(ROWS_AT_ONCE);
      query.setLong(1, after.value());
      query.setInt(2, limit.batches());
      try (ResultSet row = query.executeQuery()) {
        List<JournalEntry> entries = new ArrayList<>();
        long bytes = 0;
        while (bytes < limit.bytes() && row.next()) {
          JournalEntry entry = entry(row);
          bytes += entry.batch().payload().length;
          entries.add(entry);
        }
        return entries;
      }
    }
  }

  private static JournalEntry entry(ResultSet row) throws SQLException {
    JournalPosition position = new JournalPosition(row.getLong("position"));
    EventOrigin origin =
        new EventOrigin(
            new Tenant(row.getString("tenant")),
            row.getString("source"),
            row.getString("origin_key"),
            row.getLong("first_ordinal"));
    byte[] payload =
        PayloadCodec.decompress(position, row.getBytes("payload"), row.getInt("raw_size"));
    RawBatch batch =
        new RawBatch(
            origin,
            row.getString("batch_key"),
            row.getString("format"),
            row.getTimestamp("received_at").toInstant(),
            payload,
            row.getInt("record_count"));
    return new JournalEntry(position, batch);
  }
}
