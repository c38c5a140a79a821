package io.eventsec.persistence.internal;

import io.eventsec.core.spi.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells failures that pass from bugs, and keeps what rows contain out of both. */
public final class SqlFailures {
  /**
   * Classes of SQLSTATE (PostgreSQL documentation, appendix A) that pass: connection, transaction
   * rollback (deadlock), resources, operator intervention, system error.
   */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

  /** lock_not_available, and the standby one is connected to while the primary moves. */
  private static final Set<String> PASSING_STATES = Set.of("55P03", "25006");

  private SqlFailures() {}

  /**
   * The exception that stands for a failure.
   *
   * @param action what failed, for the message
   */
  public static RuntimeException of(String action, SQLException e) {
    String message = "Could not " + action + ": " + firstLine(e);
    SQLException cause = withoutDetail(e);
    return passes(e)
        ? new StoreUnavailableException(message, cause)
        : new IllegalStateException(message + " (SQLSTATE " + e.getSQLState() + ')', cause);
  }

  /** True if doing it again later may work. */
  public static boolean passes(SQLException e) {
    String state = e.getSQLState();
    if (e instanceof SQLTransientConnectionException
        || e instanceof SQLNonTransientConnectionException
        || e instanceof SQLTimeoutException) {
      return true;
    }
    if (state == null) {
      return e.getCause() instanceof SQLException cause && passes(cause);
    }
    return PASSING_STATES.contains(state)
        || (state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2)));
  }

  /**
   * The same failure without the server's detail lines, which quote the row that failed: hashes,
   * and what is in events.
   */
  public static SQLException withoutDetail(SQLException e) {
    SQLException bare = new SQLException(firstLine(e), e.getSQLState(), e.getErrorCode());
    bare.setStackTrace(e.getStackTrace());
    return bare;
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
  }
}
