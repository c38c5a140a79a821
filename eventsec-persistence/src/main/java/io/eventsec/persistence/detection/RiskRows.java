package io.eventsec.persistence.detection;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.risk.EntityRisk;
import io.eventsec.core.risk.RiskContribution;
import io.eventsec.core.risk.RiskEntity;
import io.eventsec.core.spi.RiskCommit;
import io.eventsec.persistence.internal.Columns;
import io.eventsec.persistence.internal.RiskSql;
import io.eventsec.persistence.internal.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What alerts count against whom: each part, and the sums, many a statement. */
final class RiskRows {
  private static final int ROWS_A_STATEMENT = 500;

  private static final String INSERT =
      """
      insert into risk_contributions (tenant, kind, name, alert_id, points, event_time)
      select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int4[], ?::timestamptz[])
      """;

  private static final String UPSERT =
      """
      insert into entity_risk as old (tenant, kind, name, score, as_of, alerts, last_alert_id)
      select * from unnest(?::text[], ?::text[], ?::text[], ?::float8[], ?::timestamptz[],
        ?::int8[], ?::text[])
      on conflict (tenant, kind, name) do update set
        score = old.score * %s + excluded.score * %s,
        as_of = greatest(old.as_of, excluded.as_of),
        alerts = old.alerts + excluded.alerts,
        last_alert_id = case
          when (excluded.as_of, excluded.last_alert_id collate "C") > (old.as_of, old.last_alert_id)
          then excluded.last_alert_id else old.last_alert_id end"""
          .formatted(
              RiskSql.left("old.as_of", "greatest(old.as_of, excluded.as_of)"),
              RiskSql.left("excluded.as_of", "greatest(old.as_of, excluded.as_of)"));

  private static final int HALF_LIVES = 8;

  private final Connection connection;
  private final Duration halfLife;

  private record Key(Tenant tenant, RiskEntity entity) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing((Key key) -> key.tenant.id()).thenComparing(Key::entity);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private RiskRows(Connection connection, Duration halfLife) {
    this.connection = connection;
    this.halfLife = halfLife;
  }

  /** Counts what the alerts give that have been raised. */
  static void write(Connection connection, RiskCommit commit, List<Alert> raised)
      throws SQLException {
    Set<AlertId> ids = raised.stream().map(Alert::id).collect(Collectors.toSet());
    // Without repeats as the table has them: what cannot be stored is replaced before.
    Set<RiskContribution> given =
        commit.contributions().stream()
            .filter(contribution -> ids.contains(contribution.alert()))
            .map(RiskRows::storable)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!given.isEmpty()) {
      RiskRows rows = new RiskRows(connection, commit.halfLife());
      rows.insert(List.copyOf(given));
      rows.addUp(given);
    }
  }

  private static RiskContribution storable(RiskContribution given) {
    RiskEntity entity = given.entity();
    return new RiskContribution(
        given.tenant(),
        new RiskEntity(entity.kind(), StorableText.of(entity.name())),
        given.alert(),
        given.points(),
        given.time());
  }

  private void insert(List<RiskContribution> given) throws SQLException {
    for (int from = 0; from < given.size(); from += ROWS_A_STATEMENT) {
      List<RiskContribution> some =
          given.subList(from, Math.min(given.size(), from + ROWS_A_STATEMENT));
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        Columns<RiskContribution> columns = new Columns<>(insert, 1, some);
        columns.text(contribution -> contribution.tenant().id());
        columns.text(contribution -> contribution.entity().kind().name());
        columns.text(contribution -> contribution.entity().name());
        columns.text(contribution -> contribution.alert().value());
        columns.array("int4", RiskContribution::points);
        columns.array("timestamptz", contribution -> Timestamp.from(contribution.time()));
        insert.executeUpdate();
      }
    }
  }

  /** In one order everywhere, so that no two transactions wait for each other. */
  private void addUp(Collection<RiskContribution> given) throws SQLException {
    Map<Key, EntityRisk> sums = new TreeMap<>();
    for (RiskContribution contribution : given) {
      sums.merge(
          new Key(contribution.tenant(), contribution.entity()),
          EntityRisk.of(contribution),
          (old, more) -> old.plus(more, halfLife));
    }
    List<Map.Entry<Key, EntityRisk>> all = new ArrayList<>(sums.entrySet());
    for (int from = 0; from < all.size(); from += ROWS_A_STATEMENT) {
      upsert(all.subList(from, Math.min(all.size(), from + ROWS_A_STATEMENT)));
    }
  }

  private void upsert(List<Map.Entry<Key, EntityRisk>> sums) throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      Columns<Map.Entry<Key, EntityRisk>> columns = new Columns<>(upsert, 1, sums);
      columns.text(sum -> sum.getKey().tenant().id());
      columns.text(sum -> sum.getKey().entity().kind().name());
      columns.text(sum -> sum.getKey().entity().name());
      columns.array("float8", sum -> sum.getValue().score().value());
      columns.array("timestamptz", sum -> Timestamp.from(sum.getValue().score().asOf()));
      columns.array("int8", sum -> sum.getValue().alerts());
      columns.text(sum -> sum.getValue().lastAlert().value());
      upsert.setDouble(HALF_LIVES, RiskSql.seconds(halfLife));
      upsert.setDouble(HALF_LIVES + 1, RiskSql.seconds(halfLife));
      upsert.executeUpdate();
    }
  }
}
