package io.eventsec.persistence.journal;

import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.persistence.internal.CustomPlans;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads batches in their order, looking at the partitions that they are in and no others: positions
 * have no gaps, so the next {@code n} batches are those of the next {@code n} positions, unless the
 * journal was truncated beyond the reader.
 */
final class JournalReading {
  /** Rows the driver holds at once: few, since each may be megabytes. */
  private static final int ROWS_AT_ONCE = 8;

  static final String NEXT =
      """
      select position, tenant, source, origin_key, first_ordinal, batch_key, format, received_at,
        record_count, raw_size, payload, correlation_id
      from journal where position > ? and position <= ? order by position limit ?""";

  private JournalReading() {}

  static List<JournalEntry> read(Connection connection, JournalPosition after, ReadLimit limit)
      throws SQLException {
    CustomPlans.use(connection);
    long near = after.value() + Math.min(limit.batches(), Long.MAX_VALUE - after.value());
    List<JournalEntry> entries = read(connection, new Range(after.value(), near), limit);
    // In this order: what is committed in between is read below.
    if (entries.isEmpty() && end(connection) > after.value()) {
      return read(connection, new Range(after.value(), Long.MAX_VALUE), limit);
    }
    return entries;
  }

  private record Range(long after, long upTo) {}

  private static long end(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("select last_position from journal_state");
        ResultSet row = query.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static List<JournalEntry> read(Connection connection, Range range, ReadLimit limit)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEXT)) {
      query.setFetchSize(ROWS_AT_ONCE);
      query.setLong(1, range.after());
      query.setLong(2, range.upTo());
      query.setInt(3, limit.batches());
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
            row.getInt("record_count"),
            Optional.ofNullable(row.getString("correlation_id")).map(Correlation::new));
    return new JournalEntry(position, batch);
  }
}
