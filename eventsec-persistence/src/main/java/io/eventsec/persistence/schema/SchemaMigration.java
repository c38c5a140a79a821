package io.eventsec.persistence.schema;

import javax.sql.DataSource;

/**
 * Brings the schema up to date under Flyway's lock. Safe to call from several threads and nodes at
 * once. Must not be called inside a container's transaction.
 */
public final class SchemaMigration {
  private final DataSource dataSource;

  /** A migration of this database. */
  public SchemaMigration(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Applies what is missing.
   *
   * @throws SchemaMismatchException if the version reached is not {@link SchemaVersion#EXPECTED}
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public SchemaVersion migrate() {
    throw new UnsupportedOperationException(dataSource.toString());
  }
}
