package io.eventsec.persistence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** Rows that are old by a column with an index: counted, and deleted some at a time. */
public final class OldRows {
  private static final int A_STEP = 5000;

  private final Database database;
  private final String table;
  private final String column;

  /**
   * Rows of a table that has an {@code id}.
   *
   * @param table its name, a constant
   * @param column by which they are old, a constant
   */
  public OldRows(Database database, String table, String column) {
    this.database = database;
    this.table = table;
    this.column = column;
  }

  /** How many are older than that. */
  public long count(Instant before) {
    return database.inTransaction(
        "count old " + table, connection -> count(connection, Timestamp.from(before)));
  }

  /**
   * Deletes some that are older than that, the oldest first, in a transaction of its own.
   *
   * @return how many; 0 if there are no more
   */
  public int deleteSome(Instant before) {
    return database.inTransaction(
        "delete old " + table, connection -> delete(connection, Timestamp.from(before)));
  }

  private long count(Connection connection, Timestamp before) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select count(*) from " + table + " where " + column + " < ?")) {
      query.setTimestamp(1, before);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private int delete(Connection connection, Timestamp before) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from "
                + table
                + " where id in (select id from "
                + table
                + " where "
                + column
                + " < ? order by "
                + column
                + " limit ?)")) {
      delete.setTimestamp(1, before);
      delete.setInt(2, A_STEP);
      return delete.executeUpdate();
    }
  }
}
