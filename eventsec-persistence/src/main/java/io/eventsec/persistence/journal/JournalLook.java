package io.eventsec.persistence.journal;

import io.eventsec.core.retention.Segment;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.persistence.internal.CustomPlans;
import io.eventsec.persistence.internal.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is in the journal's partitions. Each is looked at in a transaction of its own. */
final class JournalLook {
  /** Each of the four is one look into an index. */
  private static final String CONTENT =
      """
      select min(position) as first, max(position) as last, min(received_at) as oldest,
        max(received_at) as newest, coalesce(pg_total_relation_size(to_regclass(?)), 0) as bytes
      from journal where position >= ? and position < ?""";

  private final Database database;

  JournalLook(Database database) {
    this.database = database;
  }

  /**
   * Where the journal ends and its readers stand.
   *
   * @param end the last position
   * @param readers each one's position, by name
   */
  record Standing(JournalPosition end, Map<String, JournalPosition> readers) {
    /** Why the partition must not be dropped; empty if it may be. */
    Optional<String> held(JournalPartition partition) {
      if (partition.last() > end.value()) {
        return Optional.of("batches are still appended to it");
      }
      return readers.entrySet().stream()
          .filter(reader -> reader.getValue().value() < partition.last())
          .min(Map.Entry.comparingByValue())
          .map(
              reader ->
                  "reader '"
                      + reader.getKey()
                      + "' stands at "
                      + reader.getValue().value()
                      + " and has not passed "
                      + partition.last());
    }
  }

  List<JournalPartition> partitions() {
    return database.inTransaction("list the journal's partitions", JournalPartitions::all);
  }

  /** The partitions as segments, oldest first. */
  List<Segment> segments(Standing standing) {
    List<Segment> segments = new ArrayList<>();
    for (JournalPartition partition : partitions()) {
      segments.add(segment(partition, standing.held(partition)));
    }
    return segments;
  }

  /** How many batches are in it. */
  long batches(JournalPartition partition) {
    return segment(partition, Optional.empty()).items();
  }

  private Segment segment(JournalPartition partition, Optional<String> held) {
    return database.inTransaction(
        "look into the journal's partition " + partition.name(),
        connection -> segment(connection, partition, held));
  }

  private static Segment segment(
      Connection connection, JournalPartition partition, Optional<String> held)
      throws SQLException {
    CustomPlans.use(connection);
    try (PreparedStatement query = connection.prepareStatement(CONTENT)) {
      query.setString(1, partition.name());
      query.setLong(2, partition.first());
      query.setLong(3, partition.end());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        long last = row.getLong("last");
        // Positions have no gaps, and batches only ever go from the front.
        long items = row.wasNull() ? 0 : last - row.getLong("first") + 1;
        return new Segment(
            partition.name(),
            items,
            row.getLong("bytes"),
            instant(row.getTimestamp("oldest")),
            instant(row.getTimestamp("newest")),
            held);
      }
    }
  }

  private static Optional<Instant> instant(@Nullable Timestamp time) {
    return Optional.ofNullable(time).map(Timestamp::toInstant);
  }
}
