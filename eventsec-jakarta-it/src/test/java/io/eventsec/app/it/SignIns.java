package io.eventsec.app.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** All tests come from one address, and each may fail to sign in. */
final class SignIns {
  private SignIns() {}

  /** Lets failures not count against the next test. */
  static void forget() {
    try (Connection connection =
            DriverManager.getConnection(
                ItServers.postgres().jdbcUrl(ItServers.DATABASE),
                ItServers.postgres().user(),
                ItServers.postgres().password());
        Statement statement = connection.createStatement()) {
      statement.execute("delete from login_attempts");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
