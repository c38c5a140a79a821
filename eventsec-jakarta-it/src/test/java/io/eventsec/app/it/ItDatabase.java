package io.eventsec.app.it;

import io.eventsec.app.security.PasswordHasher;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The database under the application, for what no call can bring about. */
final class ItDatabase {
  private ItDatabase() {}

  /** A user with the usual password, unless there is one of that name. */
  static void addUser(String name, String role) throws SQLException {
    String hash = new PasswordHasher().hash(Client.PASSWORD.toCharArray());
    execute(
        "insert into users (id, tenant, username, display_name, role, password_hash, created_at)"
            + " values (gen_random_uuid(), 'default', ?, ?, ?, ?, now())"
            + " on conflict (tenant, username) do nothing",
        name,
        name,
        role,
        hash);
  }

  /** A tenant that nobody who calls belongs to. */
  static void addTenant(String id) throws SQLException {
    execute("insert into tenants (id) values (?) on conflict do nothing", id);
  }

  static long number(String sql) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  static void execute(String sql, String... values) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        ItServers.postgres().jdbcUrl(ItServers.DATABASE),
        ItServers.postgres().user(),
        ItServers.postgres().password());
  }
}
