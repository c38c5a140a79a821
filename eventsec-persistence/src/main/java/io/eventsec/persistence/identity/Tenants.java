package io.eventsec.persistence.identity;

import io.eventsec.core.event.Tenant;
import javax.sql.DataSource;

/** The tenants; {@link Tenant#DEFAULT} is always there. Safe to share between threads. */
public final class Tenants {
  private final DataSource dataSource;

  /** The tenants of this database. */
  public Tenants(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Makes sure that the tenant is there.
   *
   * @return true if it is new
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public boolean ensure(Tenant tenant) {
    throw new UnsupportedOperationException(dataSource.toString());
  }
}
