package io.eventsec.persistence.indicator;

import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.OldRows;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Forgets indicators that have ended, of all tenants together. Each call is a transaction of its
 * own. Safe to share between threads.
 */
public final class IndicatorRetention {
  private final OldRows rows;

  /** Of this database. */
  public IndicatorRetention(DataSource dataSource) {
    this.rows = new OldRows(new Database(dataSource), "indicators", "valid_until");
  }

  /**
   * How many ended before that.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public long count(Instant before) {
    return rows.count(before);
  }

  /**
   * Forgets up to 5,000 that ended before that, the first to end first.
   *
   * @return how many; 0 if there are no more
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public int forgetSome(Instant before) {
    return rows.deleteSome(before);
  }
}
