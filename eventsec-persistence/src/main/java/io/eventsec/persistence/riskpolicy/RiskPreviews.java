package io.eventsec.persistence.riskpolicy;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.RiskLevel;
import io.eventsec.core.vuln.risk.RiskAssessment;
import io.eventsec.core.vuln.risk.RiskPolicy;
import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.RiskFactsColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import javax.sql.DataSource;

/**
 * Tells what a policy would change, and changes nothing: each in a transaction of its own, which
 * ends after 30 seconds. Not to be called inside a container's transaction. Thread-safe.
 */
public final class RiskPreviews {
  /** Findings of one vulnerability have mostly the same facts: they are judged once. */
  private static final String ALIKE =
      """
      select f.facts::text, f.risk, count(*), min(f.id) from asset_vulnerabilities f
      where f.tenant = ? and f.status <> 'FIXED' group by f.facts::text, f.risk""";

  private static final String SHOWN =
      """
      select f.id, f.vulnerability_id, a.hostname, c.name, c.version from asset_vulnerabilities f
        join assets a on a.tenant = f.tenant and a.id = f.asset_id
        join software_components c on c.tenant = f.tenant and c.asset_id = f.asset_id
          and c.id = f.component_id
      where f.tenant = ? and f.id = any (?)""";

  private static final Comparator<Group> LEAST_FIRST =
      Comparator.comparing(Group::distance)
          .thenComparing(Group::findings)
          .thenComparing(Group::example, Comparator.reverseOrder());

  private final Database database;

  /** The previews of this database. */
  public RiskPreviews(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  private record Group(RiskLevel from, RiskAssessment to, long findings, long example) {
    int distance() {
      return Math.abs(to.level().ordinal() - from.ordinal());
    }
  }

  /**
   * What a policy would change of a tenant's findings.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer in time
   */
  public RiskPreview of(Tenant tenant, RiskPolicy policy) {
    return database.inTransaction(
        "preview a policy of risk",
        connection -> {
          Judging judging = new Judging(policy);
          try (PreparedStatement query = connection.prepareStatement(ALIKE)) {
            query.setString(1, tenant.id());
            query.setFetchSize(1_000);
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                judging.add(row);
              }
            }
          }
          return judging.preview(shown(connection, tenant, judging.examples()));
        });
  }

  private static List<RiskPreview.Example> shown(
      Connection connection, Tenant tenant, List<Group> groups) throws SQLException {
    Map<Long, RiskPreview.Example> found = new HashMap<>();
    Map<Long, Group> byId = new HashMap<>();
    groups.forEach(group -> byId.put(group.example, group));
    try (PreparedStatement query = connection.prepareStatement(SHOWN)) {
      query.setString(1, tenant.id());
      query.setArray(2, connection.createArrayOf("bigint", byId.keySet().toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Optional.ofNullable(byId.get(row.getLong(1)))
              .map(group -> example(row, group))
              .ifPresent(example -> found.put(example.id(), example));
        }
      }
    }
    return groups.stream()
        .flatMap(group -> Optional.ofNullable(found.get(group.example)).stream())
        .toList();
  }

  private static RiskPreview.Example example(ResultSet row, Group group) {
    try {
      return new RiskPreview.Example(
          group.example,
          row.getString(2),
          row.getString(3),
          row.getString(4),
          row.getString(5),
          group.from,
          group.to.level(),
          group.to.reasons(),
          group.findings);
    } catch (SQLException e) {
      throw new IllegalStateException("A row cannot be read", e);
    }
  }

  private static final class Judging {
    private final RiskPolicy policy;
    private final Map<RiskLevel, Map<RiskLevel, Long>> moves = new EnumMap<>(RiskLevel.class);
    private final PriorityQueue<Group> most = new PriorityQueue<>(LEAST_FIRST);
    private long findings;
    private long unknown;

    Judging(RiskPolicy policy) {
      this.policy = policy;
    }

    void add(ResultSet row) throws SQLException {
      String facts = row.getString(1);
      long count = row.getLong(3);
      if (facts == null) {
        unknown += count;
        return;
      }
      Group group =
          new Group(
              RiskLevel.valueOf(row.getString(2)),
              policy.assess(RiskFactsColumn.read(facts)),
              count,
              row.getLong(4));
      findings += count;
      moves
          .computeIfAbsent(group.from, any -> new EnumMap<>(RiskLevel.class))
          .merge(group.to.level(), count, Long::sum);
      if (group.distance() > 0) {
        most.add(group);
        if (most.size() > RiskPreview.MOST_EXAMPLES) {
          most.remove();
        }
      }
    }

    List<Group> examples() {
      return most.stream().sorted(LEAST_FIRST.reversed()).toList();
    }

    RiskPreview preview(List<RiskPreview.Example> examples) {
      List<RiskPreview.Move> all = new ArrayList<>();
      moves.forEach(
          (from, targets) ->
              targets.forEach((to, count) -> all.add(new RiskPreview.Move(from, to, count))));
      return new RiskPreview(findings, unknown, all, examples);
    }
  }
}
