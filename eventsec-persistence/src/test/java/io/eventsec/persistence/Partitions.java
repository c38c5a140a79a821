package io.eventsec.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The journal's partitions as the database has them. */
final class Partitions {
  private Partitions() {}

  /** By name, in the order of their names. */
  static List<String> names(TestStore store) {
    try (Connection connection = store.database().connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'journal'::regclass order by length(c.relname), c.relname""")) {
      List<String> names = new ArrayList<>();
      while (row.next()) {
        names.add(row.getString(1));
      }
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void dropAll(TestStore store) {
    names(store).forEach(name -> store.execute("drop table " + name));
  }
}
