package io.eventsec.persistence.indicator;

import io.eventsec.persistence.internal.Database;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The claims of a feed that are in force and not among those it makes now, some at a time. */
final class MissingClaims {
  private static final int LOOKED_AT = 20_000;
  private static final int MOST = 5_000;

  private static final String NEXT =
      """
      select id, claim_key from indicators
      where tenant = ? and feed = ? and id < ? and withdrawn_at is null
      order by id desc limit ?""";

  private final Database database;
  private final FeedOptions options;
  private final ClaimKeys said;
  private long before = Long.MAX_VALUE;
  private boolean end;

  /**
   * Those that are missing.
   *
   * @param said sorted
   */
  MissingClaims(Database database, FeedOptions options, ClaimKeys said) {
    this.database = database;
    this.options = options;
    this.said = said;
  }

  /** The ids of the next ones; empty if there are no more. */
  List<Long> next() {
    List<Long> missing = new ArrayList<>();
    while (!end && missing.isEmpty()) {
      database.inTransaction(
          "look for indicators that a feed has no more", connection -> look(connection, missing));
    }
    return missing;
  }

  private int look(Connection connection, List<Long> missing) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEXT)) {
      query.setString(1, options.tenant().id());
      query.setString(2, options.feed());
      query.setLong(3, before);
      query.setInt(4, LOOKED_AT);
      int rows = 0;
      boolean full = false;
      try (ResultSet row = query.executeQuery()) {
        while (!full && row.next()) {
          rows++;
          before = row.getLong(1);
          if (!said.contains(ByteBuffer.wrap(row.getBytes(2)).getLong())) {
            missing.add(before);
            full = missing.size() == MOST;
          }
        }
      }
      end = !full && rows < LOOKED_AT;
      return rows;
    }
  }
}
