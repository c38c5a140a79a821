package io.eventsec.persistence.detection;

import io.eventsec.core.spi.Outbox;
import io.eventsec.core.spi.OutboxEntry;
import io.eventsec.persistence.internal.Columns;
import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

/**
 * The outbox in PostgreSQL. Leases and delays are measured by the database's clock, which all nodes
 * share.
 */
public final class PostgresOutbox implements Outbox {
  private static final int MOST = 1000;
  private static final int LONGEST_REASON = 2000;

  private static final String CLAIM =
      """
      update outbox set due_at = clock_timestamp() + ? * interval '1 millisecond'
      where id in (
        select id from outbox where kind = ? and not parked and due_at <= clock_timestamp()
        order by id limit ? for update skip locked)
      returning id, kind, tenant, entry_key, payload, attempts""";

  /** One second, doubled with each failure, an hour at most; parked after the tenth. */
  private static final String FAILED =
      """
      update outbox set attempts = attempts + 1, last_failure = ?, parked = attempts + 1 >= 10,
        due_at = clock_timestamp() + least(3600, power(2, attempts)) * interval '1 second'
      where id = ? and attempts = ?""";

  private final Database database;

  /** The outbox of this database. */
  public PostgresOutbox(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the limit is out of bounds or the lease not positive
   */
  @Override
  public List<OutboxEntry> claim(String kind, int limit, Duration lease) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("Limit " + limit + ": claim 1 to " + MOST + " entries");
    }
    if (lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException("Lease " + lease + ": it must be longer than nothing");
    }
    return database.inTransaction(
        "claim outbox entries",
        connection -> {
          try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setLong(1, lease.toMillis());
            claim.setString(2, kind);
            claim.setInt(3, limit);
            return entries(claim);
          }
        });
  }

  @Override
  public void delivered(List<OutboxEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    database.inTransaction(
        "note delivered outbox entries",
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("delete from outbox where id = any (?)")) {
            new Columns<>(delete, 1, entries).array("int8", OutboxEntry::id);
            return delete.executeUpdate();
          }
        });
  }

  @Override
  public void failed(OutboxEntry entry, String reason) {
    database.inTransaction(
        "note a failed outbox entry", connection -> failed(connection, entry, reason));
  }

  @Override
  public long pending() {
    return database.inTransaction(
        "count the outbox",
        connection -> {
          try (PreparedStatement query =
                  connection.prepareStatement("select count(*) from outbox");
              ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
          }
        });
  }

  private static List<OutboxEntry> entries(PreparedStatement claim) throws SQLException {
    try (ResultSet row = claim.executeQuery()) {
      List<OutboxEntry> entries = new ArrayList<>();
      while (row.next()) {
        entries.add(
            new OutboxEntry(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("tenant"),
                row.getString("entry_key"),
                row.getString("payload"),
                row.getInt("attempts")));
      }
      entries.sort(Comparator.comparingLong(OutboxEntry::id));
      return entries;
    }
  }

  /** Counts once for each attempt: whoever comes late, after its lease, changes nothing. */
  private static int failed(Connection connection, OutboxEntry entry, String reason)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(FAILED)) {
      String storable = StorableText.of(reason);
      update.setString(1, storable.substring(0, Math.min(storable.length(), LONGEST_REASON)));
      update.setLong(2, entry.id());
      update.setInt(3, entry.attempts());
      return update.executeUpdate();
    }
  }
}
