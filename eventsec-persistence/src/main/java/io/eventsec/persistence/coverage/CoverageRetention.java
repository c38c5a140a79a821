package io.eventsec.persistence.coverage;

import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.OldRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Forgets what was evaluated long ago, and re-evaluations that ended long ago, of all tenants
 * together. Each call is made of transactions of its own. Safe to share between threads.
 *
 * <p>Every method throws {@link io.eventsec.core.spi.StoreUnavailableException} if the database
 * does not answer.
 */
public final class CoverageRetention {
  /** What no row of the ledger refers to any more. */
  private static final String SETS =
      """
      delete from rule_sets s where seen_at < ? and not exists (
        select from coverage c where c.tenant = s.tenant and c.set_id = s.set_id)""";

  private final Database database;
  private final OldRows rows;
  private final OldRows reevaluations;

  /** Of this database. */
  public CoverageRetention(DataSource dataSource) {
    this.database = new Database(dataSource);
    // Few rows, and an index that grows with each step would cost more than looking through them.
    this.rows = new OldRows(database, "coverage", "changed_at");
    this.reevaluations = new OldRows(database, "reevaluations", "finished_at");
  }

  /** How many rows of the ledger have not grown since then, and re-evaluations ended before. */
  public long count(Instant before) {
    return rows.count(before) + reevaluations.count(before);
  }

  /**
   * Forgets up to 5,000 of each, the oldest first, and the rules that nothing refers to any more.
   *
   * @return how many rows and re-evaluations; 0 if there are no more
   */
  public int forgetSome(Instant before) {
    int forgotten = rows.deleteSome(before) + reevaluations.deleteSome(before);
    database.inTransaction(
        "forget rules that were in force", connection -> forgetSets(connection, before));
    return forgotten;
  }

  private static int forgetSets(Connection connection, Instant before) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(SETS)) {
      delete.setTimestamp(1, Timestamp.from(before));
      return delete.executeUpdate();
    }
  }
}
