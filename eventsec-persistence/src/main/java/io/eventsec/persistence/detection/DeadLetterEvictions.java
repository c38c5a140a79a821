package io.eventsec.persistence.detection;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.internal.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Keeps dead letters within limits: what they take, what was announced, and the eviction itself.
 * Each call is a transaction of its own. Safe to share between threads.
 *
 * <p>Every method throws {@link io.eventsec.core.spi.StoreUnavailableException} if the database
 * does not answer.
 */
public final class DeadLetterEvictions {
  private static final int A_STEP = 5000;

  private static final String USAGES =
      """
      select tenant, count(*), sum(octet_length(raw)) from dead_letters group by tenant
      union all
      select tenant, 0, 0 from dead_letter_evictions e where ended_at is null
        and not exists (select from dead_letters d where d.tenant = e.tenant)
      order by 1""";

  private static final String USAGE =
      "select count(*), coalesce(sum(octet_length(raw)), 0) from dead_letters where tenant = ?";

  private static final String NOTICES =
      """
      select announced_at, due_at, letters, bytes, evicted, ended_at from dead_letter_evictions
      where tenant = ? order by id desc limit ?""";

  private static final String ANNOUNCE =
      """
      insert into dead_letter_evictions (tenant, announced_at, due_at, letters, bytes)
      values (?, ?, ?, ?, ?) on conflict do nothing""";

  private static final String END =
      "update dead_letter_evictions set ended_at = ? where tenant = ? and ended_at is null";

  /** The oldest, until neither count nor bytes are above what is to stay. */
  private static final String EVICT =
      """
      with oldest as (
        select id, row_number() over (order by id) as place,
          sum(octet_length(raw)) over (order by id) - octet_length(raw) as bytes_before
        from (select id, raw from dead_letters where tenant = ? order by id limit ?) as first
      )
      delete from dead_letters where id in (
        select id from oldest where place <= ? or bytes_before < ?)""";

  private static final String COUNT_EVICTED =
      """
      update dead_letter_evictions set evicted = evicted + ?
      where tenant = ? and ended_at is null""";

  private static final String EVICTED =
      "select coalesce(sum(evicted), 0) from dead_letter_evictions";

  private final Database database;

  /** Of this database. */
  public DeadLetterEvictions(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /** What each tenant's take that has any, or of whom an announcement is open. */
  public List<DeadLetterUsage> usages() {
    return database.inTransaction(
        "weigh the dead letters",
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(USAGES);
              ResultSet row = query.executeQuery()) {
            List<DeadLetterUsage> usages = new ArrayList<>();
            while (row.next()) {
              usages.add(
                  new DeadLetterUsage(
                      new Tenant(row.getString(1)), row.getLong(2), row.getLong(3)));
            }
            return usages;
          }
        });
  }

  /** What one tenant's take. */
  public DeadLetterUsage usage(Tenant tenant) {
    return database.inTransaction(
        "weigh a tenant's dead letters", connection -> usage(connection, tenant));
  }

  /**
   * The announcements to a tenant, newest first.
   *
   * @param limit at most so many
   */
  public List<EvictionNotice> notices(Tenant tenant, int limit) {
    return database.inTransaction(
        "list evictions of dead letters",
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(NOTICES)) {
            query.setString(1, tenant.id());
            query.setInt(2, limit);
            try (ResultSet row = query.executeQuery()) {
              List<EvictionNotice> notices = new ArrayList<>();
              while (row.next()) {
                notices.add(notice(row));
              }
              return notices;
            }
          }
        });
  }

  /** The announcement to a tenant that is open, if there is one. */
  public Optional<EvictionNotice> open(Tenant tenant) {
    return notices(tenant, 1).stream().filter(notice -> notice.endedAt().isEmpty()).findFirst();
  }

  /** Announces; does nothing if an announcement is open. */
  public void announce(DeadLetterUsage usage, Instant now, Instant due) {
    database.inTransaction(
        "announce an eviction of dead letters",
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(ANNOUNCE)) {
            insert.setString(1, usage.tenant().id());
            insert.setTimestamp(2, Timestamp.from(now));
            insert.setTimestamp(3, Timestamp.from(due));
            insert.setLong(4, usage.letters());
            insert.setLong(5, usage.bytes());
            return insert.executeUpdate();
          }
        });
  }

  /** Ends the open announcement: it was carried out, or there are fewer letters again. */
  public void end(Tenant tenant, Instant now) {
    database.inTransaction(
        "end an announcement",
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(END)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setString(2, tenant.id());
            return update.executeUpdate();
          }
        });
  }

  /**
   * Removes up to 5,000 of the oldest, none that need not go, and counts them with the open
   * announcement.
   *
   * @param mostLetters how many may stay
   * @param mostBytes how many bytes of records may stay
   * @return how many went; 0 if no more need to
   */
  public int evictSome(Tenant tenant, long mostLetters, long mostBytes) {
    return database.inTransaction(
        "evict dead letters",
        connection -> {
          DeadLetterUsage usage = usage(connection, tenant);
          if (!usage.exceeds(mostLetters, mostBytes)) {
            return 0;
          }
          int gone =
              evict(connection, tenant, usage.letters() - mostLetters, usage.bytes() - mostBytes);
          count(connection, tenant, gone);
          return gone;
        });
  }

  /** How many have gone by eviction, of all tenants together. */
  public long evicted() {
    return database.inTransaction(
        "count evicted dead letters",
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(EVICTED);
              ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
          }
        });
  }

  private static DeadLetterUsage usage(Connection connection, Tenant tenant) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(USAGE)) {
      query.setString(1, tenant.id());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new DeadLetterUsage(tenant, row.getLong(1), row.getLong(2));
      }
    }
  }

  private static int evict(Connection connection, Tenant tenant, long letters, long bytes)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(EVICT)) {
      delete.setString(1, tenant.id());
      delete.setInt(2, A_STEP);
      delete.setLong(3, letters);
      delete.setLong(4, bytes);
      return delete.executeUpdate();
    }
  }

  private static void count(Connection connection, Tenant tenant, int gone) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(COUNT_EVICTED)) {
      update.setInt(1, gone);
      update.setString(2, tenant.id());
      update.executeUpdate();
    }
  }

  private static EvictionNotice notice(ResultSet row) throws SQLException {
    return new EvictionNotice(
        row.getTimestamp(1).toInstant(),
        row.getTimestamp(2).toInstant(),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        Optional.ofNullable(row.getTimestamp(6)).map(Timestamp::toInstant));
  }
}
