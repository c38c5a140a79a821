package io.eventsec.persistence.indicator;

import io.eventsec.persistence.internal.Database;
import javax.sql.DataSource;

/**
 * Takes feeds in, a few thousand claims at a time, each a short transaction of its own: what is
 * read from a slow sender holds nothing. None may be made inside a container's transaction. Safe to
 * share between threads.
 */
public final class FeedImports {
  private final Database database;

  /** Into this database. */
  public FeedImports(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /** Begins to take one in. */
  public FeedImport begin(FeedOptions options) {
    return new FeedImport(database, options);
  }
}
