package io.eventsec.app.config;

import java.util.List;
import java.util.Optional;

/**
 * How to reach PostgreSQL. The server's connection pool reads these itself; here they are checked.
 *
 * @param url of JDBC
 * @param user who
 * @param password with what, if the database asks
 * @param poolSize most connections at a time
 */
public record DatabaseSettings(String url, String user, Optional<Secret> password, int poolSize) {
  static final Setting<String> URL =
      new Setting<>(
          "eventsec.db.url",
          "the database's address",
          Addresses.POSTGRES,
          "jdbc:postgresql://127.0.0.1:5432/eventsec");
  static final Setting<String> USER =
      new Setting<>("eventsec.db.user", "the database's user", ValueTypes.USER, "eventsec");
  static final Setting<Secret> PASSWORD =
      Setting.secret("eventsec.db.password", "the database user's password");
  static final Setting<Integer> POOL_SIZE =
      new Setting<>(
          "eventsec.db.pool.size",
          "the most connections at a time",
          ValueTypes.integer(4, 1000),
          "24");
  static final Area AREA =
      new Area(
          "Database",
          """
          Read by the server's connection pool. It reads a password's file anew for each connection it opens, so that a new
          password needs no restart.""",
          List.of(URL, USER, PASSWORD, POOL_SIZE));

  static DatabaseSettings of(SettingsReader reader) {
    return new DatabaseSettings(
        reader.value(URL), reader.value(USER), reader.secret(PASSWORD), reader.value(POOL_SIZE));
  }
}
