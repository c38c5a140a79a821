package io.eventsec.persistence.correlation;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.UntimelyEvent.Reason;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.CorrelationCount;
import io.eventsec.core.spi.UntimelyNote;
import io.eventsec.persistence.internal.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What correlations have done. Safe to share between threads.
 *
 * <p>Every method throws {@link io.eventsec.core.spi.StoreUnavailableException} if the database
 * does not answer.
 */
public final class CorrelationLedger {
  /** How many untimely events are listed at most. */
  public static final int MOST = 200;

  private static final String COUNTS =
      """
      select rule_version, events, firings, late, ahead, trimmed, evicted from correlation_counts
      where tenant = ? and rule_id = ? order by changed_at desc, rule_version limit 20""";

  private static final String TOTALS =
      """
      select coalesce(sum(events), 0) as events, coalesce(sum(firings), 0) as firings,
        coalesce(sum(late), 0) as late, coalesce(sum(ahead), 0) as ahead,
        coalesce(sum(trimmed), 0) as trimmed, coalesce(sum(evicted), 0) as evicted
      from correlation_counts""";

  private static final String UNTIMELY =
      """
      select rule_version, event_id, event_time, source, reason, noted_at, coalesce(position, 0)
      from untimely_events
      where tenant = ? and rule_id = ? order by id desc limit ?""";

  private final Database database;

  /** Of this database. */
  public CorrelationLedger(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /** What each version of a correlation has done; the one that did anything last is first. */
  public List<CorrelationCount> counts(Tenant tenant, String rule) {
    return database.inTransaction(
        "look up what a correlation has done", connection -> counts(connection, tenant, rule));
  }

  /**
   * What all of them have done, of all tenants together: {@code events}, {@code firings}, {@code
   * late}, {@code ahead}, {@code trimmed} and {@code evicted}.
   */
  public Map<String, Long> totals() {
    return database.inTransaction("sum up the correlations", CorrelationLedger::totals);
  }

  private static Map<String, Long> totals(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TOTALS);
        ResultSet row = query.executeQuery()) {
      Map<String, Long> totals = new LinkedHashMap<>();
      row.next();
      for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
        totals.put(row.getMetaData().getColumnLabel(column), row.getLong(column));
      }
      return totals;
    }
  }

  /** The events that it could not take up, newest first. */
  public List<UntimelyRecord> untimely(Tenant tenant, String rule) {
    return database.inTransaction(
        "list untimely events", connection -> untimely(connection, tenant, rule));
  }

  private static List<CorrelationCount> counts(Connection connection, Tenant tenant, String rule)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(COUNTS)) {
      query.setString(1, tenant.id());
      query.setString(2, rule);
      try (ResultSet row = query.executeQuery()) {
        List<CorrelationCount> counts = new ArrayList<>();
        while (row.next()) {
          counts.add(
              new CorrelationCount(
                  tenant,
                  new RuleRef(rule, row.getString(1)),
                  row.getLong(2),
                  row.getLong(3),
                  row.getLong(4),
                  row.getLong(5),
                  row.getLong(6),
                  row.getLong(7)));
        }
        return counts;
      }
    }
  }

  private static List<UntimelyRecord> untimely(Connection connection, Tenant tenant, String rule)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(UNTIMELY)) {
      query.setString(1, tenant.id());
      query.setString(2, rule);
      query.setInt(3, MOST);
      try (ResultSet row = query.executeQuery()) {
        List<UntimelyRecord> records = new ArrayList<>();
        while (row.next()) {
          records.add(
              new UntimelyRecord(
                  new UntimelyNote(
                      tenant,
                      new RuleRef(rule, row.getString(1)),
                      new EventId(row.getString(2)),
                      row.getTimestamp(3).toInstant(),
                      row.getString(4),
                      Reason.valueOf(row.getString(5)),
                      row.getLong(7)),
                  row.getTimestamp(6).toInstant()));
        }
        return records;
      }
    }
  }
}
