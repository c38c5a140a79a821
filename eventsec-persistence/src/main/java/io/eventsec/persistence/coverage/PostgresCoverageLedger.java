package io.eventsec.persistence.coverage;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.UntimelyEvent.Reason;
import io.eventsec.core.coverage.CoverageRow;
import io.eventsec.core.coverage.CoverageSpan;
import io.eventsec.core.coverage.UntimelySpan;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.CoverageLedger;
import io.eventsec.persistence.internal.Columns;
import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The ledger in PostgreSQL. Every call is a transaction of its own. */
public final class PostgresCoverageLedger implements CoverageLedger {
  private static final String ROWS =
      """
      select source, set_id, from_position, to_position, from_time, to_time, events, failed
      from coverage where tenant = ? order by id desc limit ?""";

  private static final String VERSIONS =
      """
      select rule_id, set_id, rule_version from rule_set_members
      where tenant = ? and rule_id = any (?::text[])""";

  private static final String UNTIMELY =
      """
      select rule_id, rule_version, source, reason, coalesce(min(position), 0),
        coalesce(max(position), 0), min(event_time), max(event_time), count(*)
      from untimely_events
      join unnest(?::text[], ?::text[]) as asked (rule_id, rule_version)
        using (rule_id, rule_version)
      where tenant = ?
      group by rule_id, rule_version, source, reason, position is null
      order by rule_id, source, reason""";

  private final Database database;

  /** Of this database. */
  public PostgresCoverageLedger(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  @Override
  public List<CoverageRow> rows(Tenant tenant, int most) {
    return database.inTransaction(
        "look up what was evaluated", connection -> rows(connection, tenant, most));
  }

  @Override
  public Map<String, Map<String, String>> versions(Tenant tenant, Collection<String> rules) {
    return database.inTransaction(
        "look up when rules were in force",
        connection -> versions(connection, tenant, List.copyOf(rules)));
  }

  @Override
  public Map<RuleRef, List<UntimelySpan>> untimely(Tenant tenant, Collection<RuleRef> rules) {
    return database.inTransaction(
        "look up what could not be taken up",
        connection -> untimely(connection, tenant, List.copyOf(rules)));
  }

  private static List<CoverageRow> rows(Connection connection, Tenant tenant, int most)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(ROWS)) {
      query.setString(1, tenant.id());
      query.setInt(2, most);
      try (ResultSet row = query.executeQuery()) {
        List<CoverageRow> rows = new ArrayList<>();
        while (row.next()) {
          CoverageSpan span =
              new CoverageSpan(
                  row.getLong(3),
                  row.getLong(4),
                  row.getTimestamp(5).toInstant(),
                  row.getTimestamp(6).toInstant(),
                  row.getLong(7),
                  row.getLong(8));
          rows.add(new CoverageRow(row.getString(1), row.getString(2), span));
        }
        return rows;
      }
    }
  }

  private static Map<String, Map<String, String>> versions(
      Connection connection, Tenant tenant, List<String> rules) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(VERSIONS)) {
      query.setString(1, tenant.id());
      new Columns<>(query, 2, rules).text(StorableText::of);
      try (ResultSet row = query.executeQuery()) {
        Map<String, Map<String, String>> versions = new HashMap<>();
        while (row.next()) {
          versions
              .computeIfAbsent(row.getString(1), rule -> new HashMap<>())
              .put(row.getString(2), row.getString(3));
        }
        return versions;
      }
    }
  }

  private static Map<RuleRef, List<UntimelySpan>> untimely(
      Connection connection, Tenant tenant, List<RuleRef> rules) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(UNTIMELY)) {
      Columns<RuleRef> columns = new Columns<>(query, 1, rules);
      columns.text(rule -> StorableText.of(rule.id()));
      columns.text(RuleRef::version);
      query.setString(3, tenant.id());
      try (ResultSet row = query.executeQuery()) {
        Map<RuleRef, List<UntimelySpan>> spans = new HashMap<>();
        while (row.next()) {
          spans
              .computeIfAbsent(
                  new RuleRef(row.getString(1), row.getString(2)), rule -> new ArrayList<>())
              .add(untimely(row));
        }
        return spans;
      }
    }
  }

  private static UntimelySpan untimely(ResultSet row) throws SQLException {
    return new UntimelySpan(
        row.getString(3),
        Reason.valueOf(row.getString(4)),
        new CoverageSpan(
            row.getLong(5),
            row.getLong(6),
            row.getTimestamp(7).toInstant(),
            row.getTimestamp(8).toInstant(),
            row.getLong(9),
            0));
  }
}
