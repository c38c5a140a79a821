package io.eventsec.persistence.backup;

import io.eventsec.core.backup.BackupDirectory;
import io.eventsec.core.backup.BackupEntry;
import io.eventsec.core.backup.BackupManifest;
import io.eventsec.core.backup.DamagedBackupException;
import io.eventsec.persistence.internal.SqlFailures;
import io.eventsec.persistence.journal.JournalLayout;
import io.eventsec.persistence.schema.SchemaMigration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Fills a database from a backup, in one transaction: all of it is there afterwards, or nothing.
 * Rows stream by. Safe to share between threads.
 *
 * <p>A database without a schema gets the one the backup was made of. One that has it is filled if
 * it holds nothing but what the migration puts there; the tables are locked before that is looked
 * at, so that no node can begin to write. Nothing is ever overwritten.
 */
public final class DatabaseRestore {
  private static final int BUFFER = 64 << 10;

  private static final Duration LOCK_WAIT = Duration.ofSeconds(10);

  /** Who had a job, and what it failed of, is of the installation that was: all are due here. */
  private static final String FREE_JOBS =
      """
      update jobs set due_at = least(due_at, now()), owner = null, leased_until = null,
        claimed_at = null, failures = 0,
        started_at = case when outcome = 'SUCCEEDED' then started_at end,
        finished_at = case when outcome = 'SUCCEEDED' then finished_at end,
        failure = null, outcome = nullif(outcome, 'FAILED')
      where owner is not null or failures > 0 or outcome = 'FAILED'""";

  private final DataSource dataSource;
  private final String begin;

  /** Into this database, whose driver must be PostgreSQL's; waits ten seconds for its tables. */
  public DatabaseRestore(DataSource dataSource) {
    this(dataSource, LOCK_WAIT);
  }

  /**
   * Into this database, whose driver must be PostgreSQL's.
   *
   * @param lockWait how long to wait for a table that somebody uses; at least a millisecond
   */
  public DatabaseRestore(DataSource dataSource, Duration lockWait) {
    this.begin =
        "set transaction isolation level read committed; set local lock_timeout = "
            + lockWait.toMillis()
            + DatabaseBackup.FORMS;
    this.dataSource = dataSource;
  }

  /**
   * Restores it.
   *
   * @param directory as {@link DatabaseBackup} left it; every byte is checked before the database
   *     is touched
   * @return what has been restored
   * @throws DamagedBackupException if the backup is not whole
   * @throws RestoreRefusedException if the database holds something, or has another version of the
   *     schema
   * @throws IOException if the files cannot be read
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer, or is
   *     in use
   */
  public BackupManifest restore(Path directory) throws IOException {
    BackupDirectory from = BackupDirectory.at(directory);
    BackupManifest manifest = from.verified(DatabaseBackup.KIND);
    try (Connection connection = dataSource.getConnection()) {
      prepareSchema(connection, manifest.fact(DatabaseBackup.SCHEMA));
      connection.setAutoCommit(false);
      try {
        execute(connection, begin);
        new Filling(connection, from, manifest).all();
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      // So that the first queries are planned for what is there now.
      execute(connection, "analyze");
      return manifest;
    } catch (SQLException e) {
      throw SqlFailures.of("restore the database", e);
    }
  }

  private void prepareSchema(Connection connection, String version) throws SQLException {
    if (!Catalogue.hasHistory(connection)) {
      new SchemaMigration(dataSource).migrateTo(version);
    }
    String found = Catalogue.version(connection);
    if (!found.equals(version)) {
      throw new RestoreRefusedException(
          "The database's schema is at version "
              + found
              + " and the backup's at version "
              + version
              + ". Restore into an empty database: it gets the backup's schema, and the application"
              + " brings that up to date.");
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private record Filling(Connection connection, BackupDirectory from, BackupManifest manifest) {
    void all() throws SQLException, IOException {
      List<Table> tables = Catalogue.tables(connection);
      execute(
          connection, "lock table " + DatabaseBackup.names(tables) + " in access exclusive mode");
      Emptiness.require(connection, tables);
      JournalLayout.make(connection, manifest.facts());
      requireSame(tables);
      for (Table table : tables) {
        fill(table, entry(table));
      }
      setSequences();
      // The first versions had none.
      if (tables.stream().anyMatch(table -> table.name().equals("jobs"))) {
        execute(connection, FREE_JOBS);
      }
    }

    private void requireSame(List<Table> tables) {
      if (manifest.entries().size() != tables.size()) {
        throw new DamagedBackupException(
            "The backup has "
                + manifest.entries().size()
                + " tables and the schema "
                + tables.size()
                + "; restore it with the build that made it ("
                + manifest.madeBy()
                + ")");
      }
    }

    private BackupEntry entry(Table table) {
      BackupEntry found =
          manifest.entries().stream()
              .filter(entry -> entry.name().equals(table.name()))
              .findFirst()
              .orElseThrow(
                  () -> new DamagedBackupException("The backup has no table " + table.name()));
      String columns = String.join(",", table.columns());
      if (!found.fact(DatabaseBackup.COLUMNS).equals(columns)) {
        throw new DamagedBackupException(
            "The table "
                + table.name()
                + " has the columns "
                + found.fact(DatabaseBackup.COLUMNS)
                + " in the backup and "
                + columns
                + " in the database; somebody has changed one of them by hand");
      }
      return found;
    }

    private void fill(Table table, BackupEntry entry) throws SQLException, IOException {
      try (InputStream rows = from.read(entry)) {
        long copied =
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyIn(), rows, BUFFER);
        if (copied != entry.items()) {
          throw new DamagedBackupException(
              "The table "
                  + table.name()
                  + " has "
                  + copied
                  + " rows in its file and "
                  + entry.items()
                  + " by the manifest");
        }
      }
    }

    private void setSequences() throws SQLException {
      for (Map.Entry<String, String> fact : manifest.facts().entrySet()) {
        if (fact.getKey().startsWith(DatabaseBackup.SEQUENCE)) {
          String name = fact.getKey().substring(DatabaseBackup.SEQUENCE.length());
          set(name, Long.parseLong(fact.getValue()));
        }
      }
    }

    private void set(String sequence, long last) throws SQLException {
      try (PreparedStatement set =
          connection.prepareStatement("select setval(quote_ident(?)::regclass, ?)")) {
        set.setString(1, sequence);
        set.setLong(2, last);
        set.execute();
      }
    }
  }
}
