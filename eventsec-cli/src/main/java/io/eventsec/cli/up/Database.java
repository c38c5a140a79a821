package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How to reach the database.
 *
 * @param url {@code jdbc:postgresql://...}
 * @param user who
 * @param password with what; never printed
 */
record Database(String url, String user, String password) {
  private static final String TIMEOUT_SECONDS = "10";

  /** The first column of the first row as a number, 0 if there is none. */
  long number(String sql, String... parameters) {
    Properties properties = new Properties();
    properties.put("user", user);
    properties.put("password", password);
    properties.put("connectTimeout", TIMEOUT_SECONDS);
    properties.put("socketTimeout", TIMEOUT_SECONDS);
    try (Connection connection = DriverManager.getConnection(url, properties);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "the database at " + url + " did not answer: " + e.getMessage(),
          "check that it runs, and its user and password",
          e);
    }
  }

  @Override
  public String toString() {
    return url;
  }
}
