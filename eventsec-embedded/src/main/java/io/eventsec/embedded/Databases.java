package io.eventsec.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** Creates, copies and drops the databases of one server. */
public final class Databases {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private final DatabaseServer server;

  private Databases(DatabaseServer server) {
    this.server = server;
  }

  /** The databases of {@code server}. */
  public static Databases on(DatabaseServer server) {
    return new Databases(server);
  }

  /** See {@link DatabaseServer#createDatabase(String)}. */
  public void create(String name) {
    String sql = "create database " + checked(name);
    try (Connection admin = connect()) {
      if (!exists(admin, name)) {
        execute(admin, sql);
      }
    } catch (SQLException e) {
      throw failed("create the database " + name, e);
    }
  }

  /** See {@link DatabaseServer#createDatabase(String, String)}. */
  public void copy(String template, String name) {
    String sql =
        "create database "
            + checked(name)
            + " template "
            + checked(template)
            + " strategy file_copy";
    try (Connection admin = connect()) {
      execute(admin, sql);
    } catch (SQLException e) {
      throw failed("copy the database " + template + " to " + name, e);
    }
  }

  /** See {@link DatabaseServer#dropDatabase(String)}. */
  public void drop(String name) {
    String sql = "drop database if exists " + checked(name) + " with (force)";
    try (Connection admin = connect()) {
      execute(admin, sql);
    } catch (SQLException e) {
      throw failed("drop the database " + name, e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl("postgres"), server.user(), server.password());
  }

  private static void execute(Connection admin, String sql) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean exists(Connection admin, String name) throws SQLException {
    String sql = "select 1 from pg_database where datname = ?";
    try (PreparedStatement statement = admin.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "\""
              + name
              + "\" is no name for a database here:"
              + " use a lower-case letter, then up to 62 lower-case letters, digits and underscores");
    }
    return '"' + name + '"';
  }

  private static EmbeddedServerException failed(String what, SQLException e) {
    return new EmbeddedServerException(
        "could not " + what,
        String.valueOf(e.getMessage()),
        "check that the server runs and that the databases named are the right ones",
        e);
  }
}
