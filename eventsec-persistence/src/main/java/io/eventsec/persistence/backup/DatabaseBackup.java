package io.eventsec.persistence.backup;

import io.eventsec.core.backup.BackupDirectory;
import io.eventsec.core.backup.BackupEntry;
import io.eventsec.core.backup.BackupFile;
import io.eventsec.core.backup.BackupManifest;
import io.eventsec.persistence.internal.SqlFailures;
import io.eventsec.persistence.journal.JournalLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Writes all tables of the schema as they are at one moment, while the application goes on. Rows
 * stream by: the memory needed is that of the largest row. Safe to share between threads.
 *
 * <p>Every table is read in one snapshot, so that no row refers to one that is not in the backup
 * and each reader's position fits the journal beside it. The tables are locked against changes of
 * the schema meanwhile; retention, which would drop a partition, tries again later. Left out are
 * sessions, attempts to sign in and links for the first administrator.
 */
public final class DatabaseBackup {
  /** The manifest's kind. */
  public static final String KIND = "database";

  /** The fact of the manifest that tells the schema's version. */
  static final String SCHEMA = "schema";

  static final String SEQUENCE = "sequence.";
  static final String COLUMNS = "columns";

  /** Text that means the same wherever it is read. */
  static final String FORMS =
      """
      ;
      set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
      set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local extra_float_digits = 3;
      set local bytea_output = 'hex'""";

  private static final String BEGIN =
      "set transaction isolation level repeatable read, read only; set local lock_timeout = '30s'"
          + FORMS;

  private final DataSource dataSource;

  /** Of this database, whose driver must be PostgreSQL's. */
  public DatabaseBackup(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Writes it.
   *
   * @param directory a new directory, made here
   * @param at when the backup was begun
   * @param by product and version
   * @throws IOException if the files cannot be written
   * @throws RestoreRefusedException if there is no schema of EVENTSEC
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public BackupManifest write(Path directory, Instant at, String by) throws IOException {
    BackupDirectory to = BackupDirectory.create(directory);
    try (Connection connection = dataSource.getConnection()) {
      if (!Catalogue.hasHistory(connection)) {
        throw new RestoreRefusedException(
            "The database has no schema of EVENTSEC: there is nothing to back up. Name another.");
      }
      List<Table> tables = Catalogue.tables(connection);
      connection.setAutoCommit(false);
      try {
        BackupManifest manifest = new Copying(connection, to).all(tables, at, by);
        to.complete(manifest);
        return manifest;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw SqlFailures.of("back the database up", e);
    }
  }

  private record Copying(Connection connection, BackupDirectory to) {
    BackupManifest all(List<Table> tables, Instant at, String by) throws SQLException, IOException {
      execute(BEGIN);
      // Before the first query, which takes the snapshot: what is locked stays as it is seen.
      execute("lock table " + names(tables) + " in access share mode");
      if (!Catalogue.tables(connection).equals(tables)) {
        throw new SQLException("the schema has just been changed; do it again", "40001");
      }
      Map<String, String> facts = new TreeMap<>();
      facts.put(SCHEMA, Catalogue.version(connection));
      Catalogue.sequences(connection)
          .forEach((name, last) -> facts.put(SEQUENCE + name, Long.toString(last)));
      facts.putAll(JournalLayout.of(connection));
      List<BackupEntry> entries = new ArrayList<>(tables.size());
      for (Table table : tables) {
        entries.add(copy(table));
      }
      return new BackupManifest(KIND, at, by, facts, entries);
    }

    private BackupEntry copy(Table table) throws SQLException, IOException {
      try (BackupFile file = to.write(table.name() + ".copy.gz")) {
        long rows =
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(table.copyOut(), file.content());
        return file.finish(table.name(), rows, Map.of(COLUMNS, String.join(",", table.columns())));
      }
    }

    private void execute(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  static String names(List<Table> tables) {
    return String.join(", ", tables.stream().map(Table::name).map(Table::quoted).toList());
  }
}
