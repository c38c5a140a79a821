package io.eventsec.persistence.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The advisory lock that makes the order of numbers the order of commits. Partitions are made under
 * it as well: whoever appends sees them all.
 */
final class AppendLock {
  private static final String QUERY = "select pg_advisory_xact_lock(7310583204196611393)";

  private AppendLock() {}

  /** Takes it, waiting for whoever has it, to the end of the transaction. */
  static void take(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(QUERY)) {
      lock.execute();
    }
  }
}
