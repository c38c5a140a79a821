package io.eventsec.persistence.schema;

import io.eventsec.persistence.internal.SqlFailures;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the schema up to date under Flyway's lock. Safe to call from several threads and nodes at
 * once. Must not be called inside a container's transaction.
 */
public final class SchemaMigration {
  private static final Pattern KNOWN = Pattern.compile("[1-9]\\d{0,8}");

  private final DataSource dataSource;

  /** A migration of this database. */
  public SchemaMigration(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Applies what is missing.
   *
   * @throws SchemaMismatchException if the version reached is not {@link SchemaVersion#EXPECTED}:
   *     the database was made by a newer build, or the scripts are not on the class path
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   * @throws IllegalStateException if a script fails or was changed after it was applied
   */
  public SchemaVersion migrate() {
    try {
      Flyway flyway = flyway();
      MigrateResult result = flyway.migrate();
      MigrationInfo current = flyway.info().current();
      String reached = current == null ? "none" : String.valueOf(current.getVersion());
      if (!reached.equals(SchemaVersion.EXPECTED)) {
        throw new SchemaMismatchException(
            "The database's schema is at version "
                + reached
                + " after migration, this build needs "
                + SchemaVersion.EXPECTED
                + ": run the build that made it, or see that db/migration is on the class path");
      }
      return new SchemaVersion(reached, result.migrationsExecuted);
    } catch (FlywayException e) {
      throw failure(e);
    }
  }

  /**
   * Brings a database to an older version, or to the newest: what a backup that was made then is
   * restored into.
   *
   * @throws SchemaMismatchException if the version is newer than this build, or unknown to it
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   * @throws IllegalStateException if a script fails or was changed after it was applied
   */
  public void migrateTo(String version) {
    if (!KNOWN.matcher(version).matches()
        || MigrationVersion.fromVersion(version).isNewerThan(SchemaVersion.EXPECTED)) {
      throw new SchemaMismatchException(
          "The schema's version "
              + version
              + " is not known to this build, which knows 1 to "
              + SchemaVersion.EXPECTED
              + ": use the build that made it, or a newer one");
    }
    try {
      configuration().target(version).load().migrate();
    } catch (FlywayException e) {
      throw failure(e);
    }
  }

  private Flyway flyway() {
    return configuration().load();
  }

  private FluentConfiguration configuration() {
    return Flyway.configure(SchemaMigration.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .cleanDisabled(true);
  }

  private static RuntimeException failure(FlywayException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return SqlFailures.of("migrate the schema", sql);
      }
    }
    return new IllegalStateException("Could not migrate the schema: " + e.getMessage(), e);
  }
}
