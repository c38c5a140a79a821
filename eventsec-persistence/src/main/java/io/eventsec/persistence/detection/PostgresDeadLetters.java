package io.eventsec.persistence.detection;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.DeadLetters;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** Dead letters in PostgreSQL. */
public final class PostgresDeadLetters implements DeadLetters {
  private final DataSource dataSource;

  /** The dead letters in this database. */
  public PostgresDeadLetters(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<DeadLetter> newest(Tenant tenant, int limit) {
    throw new UnsupportedOperationException(dataSource.toString());
  }

  @Override
  public long count(Tenant tenant) {
    throw new UnsupportedOperationException();
  }

  /**
   * A page, newest first.
   *
   * @param after {@link DeadLetterPage#next()} of the page before; empty for the first page
   * @param limit at most so many, 1 to 1,000
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public DeadLetterPage page(Tenant tenant, OptionalLong after, int limit) {
    throw new UnsupportedOperationException();
  }

  /**
   * The tenant's dead letters in groups, the largest 200, largest first.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public List<DeadLetterGroup> groups(Tenant tenant) {
    throw new UnsupportedOperationException();
  }
}
