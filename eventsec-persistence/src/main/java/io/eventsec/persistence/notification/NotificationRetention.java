package io.eventsec.persistence.notification;

import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.OldRows;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Forgets old notifications, read or not, of all tenants together. Each call is a transaction of
 * its own. Safe to share between threads.
 */
public final class NotificationRetention {
  private final OldRows rows;

  /** Of this database. */
  public NotificationRetention(DataSource dataSource) {
    this.rows = new OldRows(new Database(dataSource), "notifications", "created_at");
  }

  /**
   * How many were told before that.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public long count(Instant before) {
    return rows.count(before);
  }

  /**
   * Forgets up to 5,000 that were told before that, the oldest first.
   *
   * @return how many; 0 if there are no more
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public int forgetSome(Instant before) {
    return rows.deleteSome(before);
  }
}
