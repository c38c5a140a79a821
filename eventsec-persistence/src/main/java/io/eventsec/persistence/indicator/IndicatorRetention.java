package io.eventsec.persistence.indicator;

import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.OldRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * Forgets indicators that have ended or were taken back, of all tenants together, and where
 * indicators stand that nobody knows any more. Each call is made of transactions of its own. Safe
 * to share between threads.
 */
public final class IndicatorRetention {
  private static final String UNKNOWN =
      """
      delete from indicator_sightings where id in (
        select s.id from indicator_sightings s
        where s.last_seen < ? and not exists (
          select 1 from indicators i
          where i.tenant = s.tenant and i.value = s.value and i.kind = s.kind)
        order by s.last_seen limit 5000)""";

  private final Database database;
  private final OldRows ended;
  private final OldRows withdrawn;

  /** Of this database. */
  public IndicatorRetention(DataSource dataSource) {
    this.database = new Database(dataSource);
    this.ended = new OldRows(database, "indicators", "valid_until");
    this.withdrawn = new OldRows(database, "indicators", "withdrawn_at");
  }

  /**
   * How many ended or were taken back before that; what ended and was taken back counts twice.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public long count(Instant before) {
    return ended.count(before) + withdrawn.count(before);
  }

  /**
   * Forgets up to 10,000 that ended or were taken back before that, the first of them first.
   *
   * @return how many; 0 if there are no more
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public int forgetSome(Instant before) {
    int over = ended.deleteSome(before);
    int forgotten = over + withdrawn.deleteSome(before);
    if (over > 0) {
      // Those that were taken back were in nobody's memory.
      database.inTransaction("tell that indicators are forgotten", IndicatorState::riseAll);
    } else if (forgotten == 0) {
      return database.inTransaction(
          "delete old sightings", connection -> forgetSightings(connection, before));
    }
    return forgotten;
  }

  private static int forgetSightings(Connection connection, Instant before) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(UNKNOWN)) {
      delete.setObject(1, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
      return delete.executeUpdate();
    }
  }
}
