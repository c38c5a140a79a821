package io.eventsec.persistence.schema;

import javax.sql.DataSource;

/** Looks at the schema without changing it. Safe to share between threads. */
public final class SchemaCheck {
  private final DataSource dataSource;

  /** A check of this database. */
  public SchemaCheck(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Looks.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public SchemaState check() {
    throw new UnsupportedOperationException(dataSource.toString());
  }
}
