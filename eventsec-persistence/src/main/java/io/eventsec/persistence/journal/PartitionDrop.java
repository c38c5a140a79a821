package io.eventsec.persistence.journal;

import io.eventsec.persistence.internal.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Drops one partition in a transaction of its own.
 *
 * <p>Dropping wants the table {@code journal} for itself for a moment. It waits for that a quarter
 * of a second at most, since whoever comes meanwhile waits behind it, lets them pass, and tries a
 * few times more.
 */
final class PartitionDrop {
  private static final int ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String UNDEFINED_TABLE = "42P01";

  private final Database database;

  PartitionDrop(Database database) {
    this.database = database;
  }

  /** What became of it. */
  enum Outcome {
    /** It is gone. */
    DROPPED,
    /** It was gone before. */
    MISSING,
    /** Somebody used the journal all the time. */
    BUSY
  }

  /**
   * Drops it; the caller has seen that nobody needs what is in it.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  Outcome drop(String partition) {
    Outcome outcome = attempt(partition);
    for (int more = 1; outcome == Outcome.BUSY && more < ATTEMPTS; more++) {
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Outcome.BUSY;
      }
      outcome = attempt(partition);
    }
    return outcome;
  }

  private Outcome attempt(String partition) {
    try {
      return database.inTransaction(
          "drop the journal's partition " + partition, connection -> drop(connection, partition));
    } catch (NotDroppedException e) {
      return e.outcome;
    }
  }

  private static Outcome drop(Connection connection, String partition) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local lock_timeout = '250ms'");
      statement.execute("drop table \"" + partition.replace("\"", "\"\"") + '"');
      return Outcome.DROPPED;
    } catch (SQLException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw new NotDroppedException(Outcome.BUSY);
      }
      if (UNDEFINED_TABLE.equals(e.getSQLState())) {
        throw new NotDroppedException(Outcome.MISSING);
      }
      throw e;
    }
  }

  /** Leaves the transaction, which then is rolled back. */
  private static final class NotDroppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    NotDroppedException(Outcome outcome) {
      super(outcome.name());
      this.outcome = outcome;
    }
  }
}
