package io.eventsec.persistence.indicator;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How far the collections of TAXII servers have been read. Each call is a transaction of its own,
 * none of which may be made inside a container's transaction. Safe to share between threads.
 */
public final class TaxiiPositions {
  private static final int LONGEST_REASON = 2_000;

  private static final String DUE =
      """
      select address, added_after, failures, due_at <= now() from taxii_collections
      where tenant = ? and feed = ?""";

  private static final String MOVE =
      """
      insert into taxii_collections as old
        (tenant, feed, address, added_after, failures, last_error, due_at, polled_at, succeeded_at)
      values (?, ?, ?, ?, ?, ?::text, now() + ? * interval '1 millisecond', now(),
        case when ?::text is null then now() end)
      on conflict on constraint taxii_collections_pk do update set
        address = excluded.address, added_after = excluded.added_after,
        failures = excluded.failures, last_error = excluded.last_error, due_at = excluded.due_at,
        polled_at = excluded.polled_at,
        succeeded_at = coalesce(excluded.succeeded_at, old.succeeded_at)""";

  private final Database database;

  /** Of this database. */
  public TaxiiPositions(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /**
   * Where a collection is to be read on, if it is due: one that was never read is, and so is one
   * whose feed had another address before; both from their beginning.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public Optional<TaxiiPosition> due(Tenant tenant, String feed, String address) {
    return database.inTransaction(
        "look up a collection", connection -> due(connection, tenant, feed, address));
  }

  /**
   * Notes that a poll has come so far without failing.
   *
   * @param next when it is due again
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public void succeeded(TaxiiPosition position, Duration next) {
    move(position, next, null);
  }

  /**
   * Notes that a poll has failed.
   *
   * @param reason why; what is beyond 2,000 characters is cut off
   * @param next when it is due again
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public void failed(TaxiiPosition position, Duration next, String reason) {
    String storable = StorableText.of(reason);
    move(position, next, storable.substring(0, Math.min(storable.length(), LONGEST_REASON)));
  }

  private static Optional<TaxiiPosition> due(
      Connection connection, Tenant tenant, String feed, String address) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(DUE)) {
      query.setString(1, tenant.id());
      query.setString(2, feed);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next() || !row.getString(1).equals(address)) {
          return Optional.of(new TaxiiPosition(tenant, feed, address, Optional.empty(), 0));
        }
        return row.getBoolean(4)
            ? Optional.of(
                new TaxiiPosition(
                    tenant, feed, address, Optional.ofNullable(row.getString(2)), row.getInt(3)))
            : Optional.empty();
      }
    }
  }

  private void move(TaxiiPosition position, Duration next, @Nullable String error) {
    database.inTransaction(
        "note how far a collection has been read",
        connection -> {
          try (PreparedStatement upsert = connection.prepareStatement(MOVE)) {
            upsert.setString(1, position.tenant().id());
            upsert.setString(2, position.feed());
            upsert.setString(3, position.address());
            upsert.setString(4, position.addedAfter().map(StorableText::of).orElse(null));
            upsert.setInt(5, position.failures());
            upsert.setString(6, error);
            upsert.setLong(7, next.toMillis());
            upsert.setString(8, error);
            return upsert.executeUpdate();
          }
        });
  }
}
