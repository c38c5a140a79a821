package io.eventsec.persistence.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The partitions that are there, and new ones. */
final class JournalPartitions {
  private static final String ALL =
      """
      select name, first, past from (
        select c.relname as name,
          substring(pg_get_expr(c.relpartbound, c.oid) from 'FROM \\(''(\\d+)''\\)')::bigint as first,
          substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \\(''(\\d+)''\\)')::bigint as past
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'journal'::regclass
      ) as partitions
      where first is not null and past is not null order by first""";

  private static final String THERE =
      """
      select exists (
        select from pg_inherits
        where inhparent = 'journal'::regclass and inhrelid = to_regclass(?))""";

  private JournalPartitions() {}

  /** All of them, oldest first. */
  static List<JournalPartition> all(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(ALL);
        ResultSet row = query.executeQuery()) {
      List<JournalPartition> partitions = new ArrayList<>();
      while (row.next()) {
        partitions.add(
            new JournalPartition(row.getString("name"), row.getLong("first"), row.getLong("past")));
      }
      return partitions;
    }
  }

  static boolean there(Connection connection, JournalPartition partition) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(THERE)) {
      query.setString(1, partition.name());
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /**
   * Makes one. The caller has the append lock, so that no other node makes it too.
   *
   * <p>Attaching a finished table lets readers go on; {@code create table ... partition of} would
   * wait for all of them and hold up those behind.
   */
  static void make(Connection connection, JournalPartition partition) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // One that was detached by hand is taken back.
      statement.execute(
          "create table if not exists " + partition.name() + " (like journal including all)");
      statement.execute(
          "alter table journal attach partition "
              + partition.name()
              + " for values from ("
              + partition.first()
              + ") to ("
              + partition.end()
              + ")");
    }
  }
}
