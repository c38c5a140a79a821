package io.eventsec.persistence.risk;

import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.OldRows;
import io.eventsec.persistence.internal.RiskSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Forgets of what scores were made, and entities whose score has faded, of all tenants together.
 * Each call is a transaction of its own. Safe to share between threads.
 */
public final class RiskRetention {
  /** A score below that is nothing. */
  public static final double FADED = 0.01;

  private static final int A_STEP = 5_000;

  private static final String WHICH =
      " from entity_risk where score * " + RiskSql.left("as_of", "?::timestamptz") + " < " + FADED;

  private static final String COUNT = "select count(*)" + WHICH;

  private static final String DELETE =
      "delete from entity_risk where id in (select id"
          + WHICH
          + " limit "
          + A_STEP
          + " for update skip locked)";

  private final OldRows contributions;
  private final Database database;

  /** Of this database. */
  public RiskRetention(DataSource dataSource) {
    this.database = new Database(dataSource);
    this.contributions = new OldRows(database, "risk_contributions", "event_time");
  }

  /**
   * How many alerts that count against an entity happened before that; an alert once for each.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public long count(Instant before) {
    return contributions.count(before);
  }

  /**
   * Forgets up to 5,000 of those, the oldest first. The scores stay.
   *
   * @return how many; 0 if there are no more
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public int forgetSome(Instant before) {
    return contributions.deleteSome(before);
  }

  /**
   * How many entities have a score below {@link #FADED} then.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public long countFaded(Instant at, Duration halfLife) {
    return database.inTransaction(
        "count faded risks",
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(COUNT)) {
            set(query, at, halfLife);
            try (ResultSet row = query.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  /**
   * Forgets up to 5,000 of those.
   *
   * @return how many; 0 if there are no more
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public int forgetFaded(Instant at, Duration halfLife) {
    return database.inTransaction(
        "forget faded risks", connection -> forget(connection, at, halfLife));
  }

  private static int forget(Connection connection, Instant at, Duration halfLife)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      set(delete, at, halfLife);
      return delete.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, Instant at, Duration halfLife)
      throws SQLException {
    statement.setTimestamp(1, Timestamp.from(at));
    statement.setDouble(2, RiskSql.seconds(halfLife));
  }
}
