package io.eventsec.persistence;

import io.eventsec.embedded.test.TestDatabase;
import io.eventsec.embedded.test.TestServers;
import io.eventsec.persistence.schema.SchemaMigration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** Databases as earlier versions left them, with a row in every table. */
final class OldSchema {
  private OldSchema() {}

  /** The versions of the scripts there are. */
  static List<Integer> versions() {
    try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "db", "migration"))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".sql"))
          .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Brings a database to that version. */
  static void migrate(TestDatabase database, String version) {
    Flyway.configure()
        .dataSource(database.dataSource())
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
  }

  /** A new database of version 1, with a row in every table of it. */
  static TestDatabase versionOneWithRows() {
    return TestServers.database("version_one_with_rows", OldSchema::fillVersionOne);
  }

  /** A new database of the newest schema, with a row in every table and every reference set. */
  static TestDatabase newestWithRows() {
    return TestServers.database("newest_with_rows", OldSchema::fillNewest);
  }

  /** A new database of the newest schema without rows. */
  static TestDatabase newest() {
    return TestServers.database(
        "newest", database -> new SchemaMigration(database.dataSource()).migrate());
  }

  private static void fillVersionOne(TestDatabase database) {
    migrate(database, "1");
    run(database, "v1-rows.sql");
  }

  private static void fillNewest(TestDatabase database) {
    fillVersionOne(database);
    new SchemaMigration(database.dataSource()).migrate();
    run(database, "v2-rows.sql");
  }

  /** Runs a script of the tests' resources. */
  static void run(TestDatabase database, String script) {
    try {
      execute(database, Files.readString(Path.of("src", "test", "resources", script)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void execute(TestDatabase database, String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  static List<String> strings(TestDatabase database, String sql) {
    try (Connection connection = database.connect()) {
      return strings(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static List<String> strings(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (row.next()) {
        values.add(row.getString(1));
      }
      return values;
    }
  }

  /** What a query says of each table, by name; {@code %s} in it is the table. */
  static Map<String, String> ofEachTable(TestDatabase database, String sql) {
    Map<String, String> found = new TreeMap<>();
    try (Connection connection = database.connect()) {
      for (String table :
          strings(
              connection,
              "select table_name from information_schema.tables where table_schema = 'public'")) {
        found.put(table, strings(connection, sql.formatted(table)).get(0));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    return found;
  }

  /** How many rows each table has, by name. */
  static Map<String, Long> counts(TestDatabase database) {
    Map<String, Long> counts = new TreeMap<>();
    ofEachTable(database, "select count(*) from %s")
        .forEach((table, count) -> counts.put(table, Long.valueOf(count)));
    return counts;
  }
}
