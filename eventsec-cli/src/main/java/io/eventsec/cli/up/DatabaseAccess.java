package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * A database and who may use it.
 *
 * @param url of JDBC
 * @param user its name
 * @param password a secret
 */
record DatabaseAccess(String url, String user, String password) {
  private static final String URL = "EVENTSEC_DB_URL";

  /** The one that the environment names; empty if it names none. */
  static Optional<DatabaseAccess> of(Map<String, String> environment) {
    String url = environment.getOrDefault(URL, "");
    if (url.isBlank()) {
      return Optional.empty();
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          URL + " '" + url + "' is not the address of a PostgreSQL database",
          "write it as jdbc:postgresql://host:5432/database");
    }
    return Optional.of(
        new DatabaseAccess(
            url,
            environment.getOrDefault("EVENTSEC_DB_USER", "eventsec"),
            GivenPassword.of(environment, GivenPassword.DATABASE)));
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** Fails with a cure if the database can't be used. */
  void check() {
    try (Connection connection = connect()) {
      if (!connection.isValid(5)) {
        throw new SQLException("it does not answer within 5 s");
      }
    } catch (SQLException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "the database " + url + " can't be used as " + user + ": " + e.getMessage(),
          "check EVENTSEC_DB_URL, EVENTSEC_DB_USER and EVENTSEC_DB_PASSWORD (or"
              + " EVENTSEC_DB_PASSWORD_FILE), or unset them to have one started",
          e);
    }
  }

  @Override
  public String toString() {
    return url + " as " + user;
  }
}
