package io.eventsec.distribution;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What both stores of an installation hold.
 *
 * @param alerts their ids in the database
 * @param events their ids in search
 * @param copies ids of the alerts in search
 * @param rows how many rows the tables have that only people and sensors fill
 */
record Counts(
    Set<String> alerts, Set<String> events, Set<String> copies, Map<String, String> rows) {
  private static final List<String> TABLES =
      List.of("journal", "journal_receipts", "dead_letters", "alerts", "alert_history", "users");

  /** Of an installation that runs, as it tells itself where its stores are. */
  static Counts ofInstallation(Path data) throws Exception {
    Properties stores = new Properties();
    try (Reader in = Files.newBufferedReader(data.resolve("eventsec.stores"))) {
      stores.load(in);
    }
    String password = Files.readString(data.resolve("secrets/variables/eventsec.db.password"));
    return of(stores.getProperty("database"), password, stores.getProperty("search"));
  }

  static Counts of(String database, String password, String search) throws Exception {
    try (Connection connection = DriverManager.getConnection(database, "eventsec", password)) {
      Map<String, String> rows = new TreeMap<>();
      for (String table : TABLES) {
        rows.put(table, column(connection, "select count(*) from " + table).toString());
      }
      return new Counts(
          column(connection, "select id from alerts"),
          ids(search, "eventsec-events-default"),
          ids(search, "eventsec-alerts-default"),
          rows);
    }
  }

  /** One number of a database. */
  static long number(String database, String password, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database, "eventsec", password)) {
      return Long.parseLong(column(connection, sql).iterator().next());
    }
  }

  private static Set<String> column(Connection connection, String sql) throws SQLException {
    Set<String> values = new TreeSet<>();
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        values.add(row.getString(1));
      }
    }
    return values;
  }

  private static Set<String> ids(String search, String stream)
      throws IOException, InterruptedException {
    Web web = new Web(URI.create(search));
    web.post("/" + stream + "/_refresh", "");
    HttpResponse<String> answer =
        web.post("/" + stream + "/_search", "{\"size\":10000,\"_source\":false}");
    List<String> ids =
        Pattern.compile("\"_id\":\"([0-9a-f]{32})\"")
            .matcher(answer.body())
            .results()
            .map(match -> match.group(1))
            .toList();
    Set<String> unique = new TreeSet<>(ids);
    if (unique.size() != ids.size()) {
      throw new AssertionError(stream + " holds something twice: " + ids);
    }
    return unique;
  }
}
