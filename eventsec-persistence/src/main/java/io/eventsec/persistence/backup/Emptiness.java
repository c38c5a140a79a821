package io.eventsec.persistence.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A database that holds nothing but what the migration puts there. */
final class Emptiness {
  /** The tables that are not empty after the migration, and which of their rows are not from it. */
  private static final Map<String, String> SEEDED =
      Map.of("tenants", "id <> 'default'", "journal_state", "last_position <> 0");

  private Emptiness() {}

  /**
   * Takes the migration's own rows away, so that the backup's can take their place.
   *
   * @throws RestoreRefusedException if there are others
   */
  static void require(Connection connection, List<Table> tables) throws SQLException {
    List<String> filled = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (Table table : tables) {
        if (hasRows(statement, table)) {
          filled.add(table.name());
        }
      }
      if (!filled.isEmpty()) {
        throw new RestoreRefusedException(
            "The database is not empty: there are rows in "
                + String.join(", ", filled)
                + ". Restore into a new database; what is in this one is not overwritten.");
      }
      for (String seeded : SEEDED.keySet()) {
        statement.execute("delete from " + seeded);
      }
    }
  }

  private static boolean hasRows(Statement statement, Table table) throws SQLException {
    String which = SEEDED.getOrDefault(table.name(), "true");
    try (ResultSet row =
        statement.executeQuery(
            "select exists (select from " + Table.quoted(table.name()) + " where " + which + ")")) {
      return row.next() && row.getBoolean(1);
    }
  }
}
