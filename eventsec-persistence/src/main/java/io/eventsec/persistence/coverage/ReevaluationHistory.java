package io.eventsec.persistence.coverage;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.ReevaluationState;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.TextArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The re-evaluations there have been. Safe to share between threads.
 *
 * <p>Every method throws {@link io.eventsec.core.spi.StoreUnavailableException} if the database
 * does not answer.
 */
public final class ReevaluationHistory {
  private static final String OF_RULE =
      """
      select r.id, r.rule_version, r.state, r.position, r.events, r.alerts, r.failed, r.reason,
        u.username, r.requested_at, r.finished_at, g.first, g.last,
        array(
          select distinct source from reevaluation_ranges n
          where n.tenant = r.tenant and n.reevaluation_id = r.id order by source limit 20)
      from reevaluations r
      left join users u on u.tenant = r.tenant and u.id = r.requested_by
      cross join lateral (
        select min(from_position) as first, max(to_position) as last from reevaluation_ranges n
        where n.tenant = r.tenant and n.reevaluation_id = r.id) as g
      where r.tenant = ? and r.rule_id = ? order by r.requested_at desc, r.id limit ?""";

  private final Database database;

  /** Of this database. */
  public ReevaluationHistory(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /**
   * Those of all versions of a rule, newest first.
   *
   * @param most so many at most, 1 or more
   */
  public List<ReevaluationRecord> ofRule(Tenant tenant, String rule, int most) {
    return database.inTransaction(
        "look up re-evaluations", connection -> ofRule(connection, tenant, rule, most));
  }

  private static List<ReevaluationRecord> ofRule(
      Connection connection, Tenant tenant, String rule, int most) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(OF_RULE)) {
      query.setString(1, tenant.id());
      query.setString(2, rule);
      query.setInt(3, most);
      try (ResultSet row = query.executeQuery()) {
        List<ReevaluationRecord> records = new ArrayList<>();
        while (row.next()) {
          records.add(record(rule, row));
        }
        return records;
      }
    }
  }

  private static ReevaluationRecord record(String rule, ResultSet row) throws SQLException {
    return new ReevaluationRecord(
        row.getObject(1, UUID.class),
        new RuleRef(rule, row.getString(2)),
        ReevaluationState.valueOf(row.getString(3)),
        new ReevaluationRecord.Extent(
            TextArrays.of(row.getArray(14)), row.getLong(12), row.getLong(13), row.getLong(4)),
        new ReevaluationRecord.Counts(row.getLong(5), row.getLong(6), row.getLong(7)),
        Optional.ofNullable(row.getString(8)),
        Optional.ofNullable(row.getString(9)),
        row.getTimestamp(10).toInstant(),
        Optional.ofNullable(row.getTimestamp(11)).map(Timestamp::toInstant));
  }
}
