package io.eventsec.persistence.identity;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.internal.Database;
import java.sql.PreparedStatement;
import javax.sql.DataSource;

/** The tenants; {@link Tenant#DEFAULT} is always there. Safe to share between threads. */
public final class Tenants {
  private final Database database;

  /** The tenants of this database. */
  public Tenants(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /**
   * Makes sure that the tenant is there.
   *
   * @return true if it is new
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public boolean ensure(Tenant tenant) {
    return database.inTransaction(
        "create a tenant",
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "insert into tenants (id) values (?) on conflict do nothing")) {
            insert.setString(1, tenant.id());
            return insert.executeUpdate() == 1;
          }
        });
  }
}
