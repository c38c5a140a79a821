package io.eventsec.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Transactions over a {@link DataSource}: each call borrows a connection, commits or rolls back,
 * and gives it back as it was. Safe to share between threads.
 *
 * <p>Every transaction is READ COMMITTED whatever the pool's default is, because the journal's
 * order relies on each statement seeing what was committed before it; and the server ends it when a
 * statement, a lock or an idle client takes too long, so that a node that hangs holds up nobody.
 */
public final class Database {
  /** How long one statement may take. */
  public static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);

  private final DataSource dataSource;
  private final String preamble;

  /** With the usual timeouts. */
  public Database(DataSource dataSource) {
    this(dataSource, STATEMENT_TIMEOUT);
  }

  /**
   * With timeouts of its own.
   *
   * @param timeout of a statement, a lock, and a client that does nothing within a transaction
   */
  public Database(DataSource dataSource, Duration timeout) {
    this.dataSource = dataSource;
    long millis = timeout.toMillis();
    this.preamble =
        "set transaction isolation level read committed; set local statement_timeout = "
            + millis
            + "; set local lock_timeout = "
            + millis
            + "; set local idle_in_transaction_session_timeout = "
            + millis;
  }

  /**
   * Does some work in one transaction.
   *
   * @param action what it is, for messages: {@code "append a batch to the journal"}
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer, or
   *     answers with a failure that passes
   * @throws IllegalStateException if it refuses: a bug, or a schema that is not ours
   */
  public <T> T inTransaction(String action, Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        T result = begin(connection, work);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(connection, e);
        throw e;
      } finally {
        restore(connection, autoCommit);
      }
    } catch (SQLException e) {
      throw SqlFailures.of(action, e);
    }
  }

  private <T> T begin(Connection connection, Work<T> work) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(preamble);
    }
    return work.on(connection);
  }

  private static void rollBack(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(SqlFailures.withoutDetail(e));
    }
  }

  /** A connection that cannot be restored is broken; its pool finds out, and the result stands. */
  private static void restore(Connection connection, boolean autoCommit) {
    try {
      connection.setAutoCommit(autoCommit);
    } catch (SQLException e) {
      System.getLogger(Database.class.getName())
          .log(System.Logger.Level.DEBUG, "A connection broke as it was given back", e);
    }
  }

  /** What is done in a transaction. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it, without committing or rolling back. */
    T on(Connection connection) throws SQLException;
  }
}
