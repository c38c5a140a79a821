package io.eventsec.persistence.journal;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.persistence.internal.CustomPlans;
import io.eventsec.persistence.internal.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * How far the journal reaches: back to what it still has, and on to what readers have not come to.
 * Safe to share between threads.
 *
 * <p>Every method throws {@link io.eventsec.core.spi.StoreUnavailableException} if the database
 * does not answer.
 */
public final class JournalReach {
  /** So many sources are told of at most. */
  public static final int MOST_SOURCES = 200;

  private static final String FIRST =
      "select coalesce((select min(position) from journal), last_position + 1) from journal_state";

  private static final String WAITING =
      """
      select source, min(position), max(position), min(received_at), max(received_at),
        sum(record_count)
      from journal where position > ? and tenant = ?
      group by source order by min(position) limit ?""";

  private final Database database;

  /** Of the journal in this database. */
  public JournalReach(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /** The first position that it still has, of any tenant; the next one if it is empty. */
  public long first() {
    return database.inTransaction("look where the journal begins", JournalReach::first);
  }

  /** What waits behind a position, by source, the first {@value #MOST_SOURCES} of them. */
  public List<WaitingSource> waiting(Tenant tenant, JournalPosition behind) {
    return database.inTransaction(
        "look what waits in the journal", connection -> waiting(connection, tenant, behind));
  }

  private static long first(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(FIRST);
        ResultSet row = query.executeQuery()) {
      return row.next() ? row.getLong(1) : 1;
    }
  }

  private static List<WaitingSource> waiting(
      Connection connection, Tenant tenant, JournalPosition behind) throws SQLException {
    CustomPlans.use(connection);
    try (PreparedStatement query = connection.prepareStatement(WAITING)) {
      query.setLong(1, behind.value());
      query.setString(2, tenant.id());
      query.setInt(3, MOST_SOURCES);
      try (ResultSet row = query.executeQuery()) {
        List<WaitingSource> waiting = new ArrayList<>();
        while (row.next()) {
          waiting.add(
              new WaitingSource(
                  row.getString(1),
                  row.getLong(2),
                  row.getLong(3),
                  row.getTimestamp(4).toInstant(),
                  row.getTimestamp(5).toInstant(),
                  row.getLong(6)));
        }
        return waiting;
      }
    }
  }
}
