package io.eventsec.persistence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The advisory lock under which {@code alerts.change_seq} is drawn, held to the end of the
 * transaction: whoever follows the numbers never sees one appear behind him.
 */
public final class AlertChangeLock {
  /** Takes it, with an empty text as the result; the key stands for nothing. */
  public static final String QUERY =
      "select cast(pg_advisory_xact_lock(7310583204196611394) as text)";

  private AlertChangeLock() {}

  /** Takes it, waiting for whoever has it. */
  public static void take(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(QUERY)) {
      lock.execute();
    }
  }
}
