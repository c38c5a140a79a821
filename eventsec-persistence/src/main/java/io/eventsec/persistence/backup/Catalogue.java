package io.eventsec.persistence.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the schema consists of, asked of the database itself so that no table is forgotten. */
final class Catalogue {
  /** Flyway's own: the restoring build writes it. */
  static final String HISTORY = "flyway_schema_history";

  /**
   * What lets somebody in for a while. Restored, a session that was ended after the backup would be
   * one again.
   */
  static final Set<String> LEFT_OUT =
      Set.of(HISTORY, "login_attempts", "setup_tokens", "user_sessions");

  private static final String TABLES =
      """
      select c.relname, a.attname
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by c.relname, a.attnum""";

  private static final String REFERENCES =
      """
      select distinct child.relname, parent.relname
      from pg_constraint r
      join pg_class child on child.oid = r.conrelid
      join pg_class parent on parent.oid = r.confrelid
      where r.contype = 'f' and r.connamespace = current_schema()::regnamespace
        and child.oid <> parent.oid""";

  private static final String SEQUENCES =
      """
      select sequencename, last_value from pg_sequences
      where schemaname = current_schema() and last_value is not null""";

  private static final String VERSION =
      "select version from "
          + HISTORY
          + " where success and version is not null order by installed_rank desc limit 1";

  private Catalogue() {}

  /** All tables but those left out, each behind those it refers to. */
  static List<Table> tables(Connection connection) throws SQLException {
    Map<String, List<String>> columns = new TreeMap<>();
    for (String[] row : pairs(connection, TABLES)) {
      columns.computeIfAbsent(row[0], name -> new ArrayList<>()).add(row[1]);
    }
    columns.keySet().removeAll(LEFT_OUT);
    List<Table> tables = new ArrayList<>(columns.size());
    columns.forEach((name, list) -> tables.add(new Table(name, list)));
    return ordered(tables, references(connection));
  }

  private static Map<String, Set<String>> references(Connection connection) throws SQLException {
    Map<String, Set<String>> references = new TreeMap<>();
    for (String[] row : pairs(connection, REFERENCES)) {
      references.computeIfAbsent(row[0], name -> new HashSet<>()).add(row[1]);
    }
    return references;
  }

  private static List<Table> ordered(List<Table> tables, Map<String, Set<String>> references) {
    List<Table> ordered = new ArrayList<>(tables.size());
    List<Table> waiting = new ArrayList<>(tables);
    while (!waiting.isEmpty()) {
      Set<String> names = new HashSet<>();
      waiting.forEach(table -> names.add(table.name()));
      List<Table> free =
          waiting.stream()
              .filter(
                  table ->
                      Collections.disjoint(references.getOrDefault(table.name(), Set.of()), names))
              .toList();
      if (free.isEmpty()) {
        throw new IllegalStateException("The tables " + names + " refer to each other in a ring");
      }
      ordered.addAll(free);
      waiting.removeAll(free);
    }
    return ordered;
  }

  /** The last number that each sequence gave, of those that gave one. */
  static Map<String, Long> sequences(Connection connection) throws SQLException {
    Map<String, Long> sequences = new LinkedHashMap<>();
    for (String[] row : pairs(connection, SEQUENCES)) {
      sequences.put(row[0], Long.valueOf(row[1]));
    }
    return sequences;
  }

  /** The schema's version; the history must be there. */
  static String version(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(VERSION);
        ResultSet row = query.executeQuery()) {
      return row.next() ? row.getString(1) : "0";
    }
  }

  /** Whether the schema has a history. */
  static boolean hasHistory(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select to_regclass('" + HISTORY + "') is not null")) {
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static List<String[]> pairs(Connection connection, String sql) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      List<String[]> pairs = new ArrayList<>();
      while (row.next()) {
        pairs.add(new String[] {row.getString(1), row.getString(2)});
      }
      return pairs;
    }
  }
}
