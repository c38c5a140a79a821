package io.eventsec.persistence.detection;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.ReevaluatedRange;
import io.eventsec.core.coverage.Reevaluation;
import io.eventsec.core.coverage.SourceRange;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.PositionConflictException;
import io.eventsec.core.spi.ReevaluationCommit;
import io.eventsec.core.spi.ReevaluationStore;
import io.eventsec.persistence.internal.Columns;
import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Re-evaluations in PostgreSQL. Every call is a transaction of its own and must not be made inside
 * a container's transaction.
 */
public final class PostgresReevaluations implements ReevaluationStore {
  private static final int LONGEST_REASON = 2_000;

  private static final String NEXT =
      """
      update reevaluations set state = 'RUNNING', started_at = coalesce(started_at, now())
      where id = (
        select id from reevaluations where state in ('REQUESTED', 'RUNNING')
        order by requested_at, id limit 1)
      returning id, tenant, rule_id, rule_version, position""";

  private static final String RANGES_OF =
      """
      select source, from_position, to_position from reevaluation_ranges
      where tenant = ? and reevaluation_id = ? order by from_position, source""";

  private static final String LOCK =
      """
      select 1 from reevaluations
      where tenant = ? and id = ? and position = ? and state = 'RUNNING' for update""";

  private static final String MOVE =
      """
      update reevaluations set position = ?, events = events + ?, alerts = alerts + ?,
        failed = failed + ?, state = ?, finished_at = case when ? = 'DONE' then now() end
      where tenant = ? and id = ?""";

  private static final String FAIL =
      """
      update reevaluations set state = 'FAILED', reason = ?, finished_at = now()
      where tenant = ? and id = ? and state in ('REQUESTED', 'RUNNING')""";

  private static final String RANGES =
      """
      select rule_id, rule_version, g.source, g.from_position, g.to_position, r.position,
        r.state in ('REQUESTED', 'RUNNING')
      from reevaluations r
      join unnest(?::text[], ?::text[]) as asked (rule_id, rule_version)
        using (rule_id, rule_version)
      join reevaluation_ranges g on g.tenant = r.tenant and g.reevaluation_id = r.id
      where r.tenant = ?
        and (r.position >= g.from_position or r.state in ('REQUESTED', 'RUNNING'))""";

  private final Database database;
  private final Clock clock;

  /** Those in this database. */
  public PostgresReevaluations(DataSource dataSource) {
    this(dataSource, Clock.systemUTC());
  }

  /**
   * Those in this database.
   *
   * @param clock says when an alert was raised
   */
  public PostgresReevaluations(DataSource dataSource, Clock clock) {
    this.database = new Database(dataSource);
    this.clock = clock;
  }

  @Override
  public Optional<Reevaluation> next() {
    return database.inTransaction("take up a re-evaluation", PostgresReevaluations::next);
  }

  @Override
  public List<Alert> commit(ReevaluationCommit commit) {
    return database.inTransaction(
        "commit a part of a re-evaluation", connection -> commit(connection, commit));
  }

  @Override
  public void fail(Reevaluation reevaluation, String reason) {
    database.inTransaction(
        "end a re-evaluation", connection -> fail(connection, reevaluation, reason));
  }

  @Override
  public Map<RuleRef, List<ReevaluatedRange>> ranges(Tenant tenant, Collection<RuleRef> rules) {
    return database.inTransaction(
        "look up what was re-evaluated",
        connection -> ranges(connection, tenant, List.copyOf(rules)));
  }

  private static Optional<Reevaluation> next(Connection connection) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(NEXT);
        ResultSet row = update.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      UUID id = row.getObject(1, UUID.class);
      Tenant tenant = new Tenant(row.getString(2));
      return Optional.of(
          new Reevaluation(
              id,
              tenant,
              new RuleRef(row.getString(3), row.getString(4)),
              rangesOf(connection, tenant, id),
              row.getLong(5)));
    }
  }

  private static List<SourceRange> rangesOf(Connection connection, Tenant tenant, UUID id)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(RANGES_OF)) {
      query.setString(1, tenant.id());
      query.setObject(2, id);
      try (ResultSet row = query.executeQuery()) {
        List<SourceRange> ranges = new ArrayList<>();
        while (row.next()) {
          ranges.add(new SourceRange(row.getString(1), row.getLong(2), row.getLong(3)));
        }
        return ranges;
      }
    }
  }

  private List<Alert> commit(Connection connection, ReevaluationCommit commit) throws SQLException {
    lock(connection, commit.of());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    AlertRows alerts = new AlertRows(connection, now);
    List<Alert> raised = new ArrayList<>(alerts.raise(commit.alerts()));
    raised.addAll(new AlertMergeRows(connection, alerts).write(commit.noise().merges()));
    ExceptionHitRows.count(connection, commit.noise().hits());
    RiskRows.write(connection, commit.risk(), raised);
    SightingRows.count(connection, raised, now);
    AlertRepeatRows.write(connection, commit.repeats());
    String state = commit.position() >= commit.of().last() ? "DONE" : "RUNNING";
    try (PreparedStatement update = connection.prepareStatement(MOVE)) {
      update.setLong(1, commit.position());
      update.setLong(2, commit.events());
      update.setLong(3, raised.size());
      update.setLong(4, commit.failed());
      update.setString(5, state);
      update.setString(6, state);
      update.setString(7, commit.of().tenant().id());
      update.setObject(8, commit.of().id());
      update.executeUpdate();
    }
    return raised;
  }

  private static void lock(Connection connection, Reevaluation of) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LOCK)) {
      query.setString(1, of.tenant().id());
      query.setObject(2, of.id());
      query.setLong(3, of.position());
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new PositionConflictException(
              "The re-evaluation "
                  + of.id()
                  + " does not stand at "
                  + of.position()
                  + " any more, or is finished: another node goes on with it");
        }
      }
    }
  }

  private static int fail(Connection connection, Reevaluation of, String reason)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(FAIL)) {
      String storable = StorableText.of(reason);
      update.setString(1, storable.substring(0, Math.min(storable.length(), LONGEST_REASON)));
      update.setString(2, of.tenant().id());
      update.setObject(3, of.id());
      return update.executeUpdate();
    }
  }

  private static Map<RuleRef, List<ReevaluatedRange>> ranges(
      Connection connection, Tenant tenant, List<RuleRef> rules) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(RANGES)) {
      Columns<RuleRef> columns = new Columns<>(query, 1, rules);
      columns.text(rule -> StorableText.of(rule.id()));
      columns.text(RuleRef::version);
      query.setString(3, tenant.id());
      Map<RuleRef, List<ReevaluatedRange>> ranges = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          SourceRange range = new SourceRange(row.getString(3), row.getLong(4), row.getLong(5));
          ranges
              .computeIfAbsent(
                  new RuleRef(row.getString(1), row.getString(2)), rule -> new ArrayList<>())
              .add(new ReevaluatedRange(range, row.getLong(6), row.getBoolean(7)));
        }
      }
      return ranges;
    }
  }
}
