package io.eventsec.persistence.inventory;

import io.eventsec.persistence.internal.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Counts the inventory, of all tenants together. Safe to share between threads. */
public final class InventoryFigures {
  private static final String COUNT =
      """
      select (select count(*) from assets) as assets,
        (select count(*) from software_components where removed_at is null) as components,
        (select count(*) from vulnerabilities) as vulnerabilities""";

  private final Database database;

  /** The figures of this database. */
  public InventoryFigures(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /**
   * What there is.
   *
   * @param assets hosts and other things that have software
   * @param components what is installed on them now
   * @param vulnerabilities that are known here
   */
  public record Counts(long assets, long components, long vulnerabilities) {}

  /**
   * Counts.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public Counts counts() {
    return database.inTransaction(
        "count the inventory",
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(COUNT);
              ResultSet row = query.executeQuery()) {
            return counts(row);
          }
        });
  }

  private static Counts counts(ResultSet row) throws SQLException {
    if (!row.next()) {
      throw new IllegalStateException("A count has no row");
    }
    return new Counts(
        row.getLong("assets"), row.getLong("components"), row.getLong("vulnerabilities"));
  }
}
