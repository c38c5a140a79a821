package io.eventsec.persistence.correlation;

import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.OldRows;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Forgets old notes of events that correlations could not take up, of all tenants together. Each
 * call is a transaction of its own. Safe to share between threads.
 */
public final class UntimelyRetention {
  private final OldRows rows;

  /** Of this database. */
  public UntimelyRetention(DataSource dataSource) {
    this.rows = new OldRows(new Database(dataSource), "untimely_events", "noted_at");
  }

  /**
   * How many were noted before that.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public long count(Instant before) {
    return rows.count(before);
  }

  /**
   * Forgets up to 5,000 that were noted before that, the oldest first.
   *
   * @return how many; 0 if there are no more
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public int forgetSome(Instant before) {
    return rows.deleteSome(before);
  }
}
