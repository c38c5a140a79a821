package io.eventsec.persistence.risk;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.risk.EntityKind;
import io.eventsec.core.risk.EntityRisk;
import io.eventsec.core.risk.RiskContribution;
import io.eventsec.core.risk.RiskEntity;
import io.eventsec.core.risk.RiskScore;
import io.eventsec.core.spi.RiskLedger;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.Limits;
import io.eventsec.persistence.internal.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What hosts, users and addresses have collected. Safe to share between threads.
 *
 * <p>Every method throws {@link io.eventsec.core.spi.StoreUnavailableException} if the database
 * does not answer.
 */
public final class EntityRisks implements RiskLedger {
  static final String COLUMNS = "kind, name, score, as_of, alerts, last_alert_id";

  private static final int MOST = 1_000;

  private static final String FIND =
      "select " + COLUMNS + " from entity_risk where tenant = ? and kind = ? and name = ?";

  private static final String SOURCES =
      """
      select c.alert_id, c.points, c.event_time, a.rule_id, a.rule_version, a.title, a.severity,
        a.status
      from risk_contributions c join alerts a on a.tenant = c.tenant and a.id = c.alert_id
      where c.tenant = ? and c.kind = ? and c.name = ?
      order by c.event_time desc, c.alert_id desc limit ?""";

  private final Database database;

  /** Of this database. */
  public EntityRisks(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /**
   * A page of entities, the greatest score first.
   *
   * @throws IllegalArgumentException if the cursor is none of ours
   */
  public Page<EntityRisk> page(RiskQuery query) {
    RiskListing listing = new RiskListing(query);
    return database.inTransaction("list the risk of entities", listing::run);
  }

  @Override
  public Optional<EntityRisk> find(Tenant tenant, RiskEntity entity) {
    return database.inTransaction(
        "look up the risk of an entity", connection -> find(connection, tenant, entity));
  }

  @Override
  public List<RiskContribution> contributions(Tenant tenant, RiskEntity entity, int most) {
    return sources(tenant, entity, most).stream().map(RiskSource::contribution).toList();
  }

  /**
   * Of what the score of an entity is made, with the alerts, newest first; what is old may have
   * been forgotten.
   *
   * @param most at most so many, 1 to 1,000
   * @throws IllegalArgumentException if {@code most} is out of bounds
   */
  public List<RiskSource> sources(Tenant tenant, RiskEntity entity, int most) {
    Limits.rows(most, MOST, "contributions");
    return database.inTransaction(
        "look up of what a risk is made", connection -> sources(connection, tenant, entity, most));
  }

  private static Optional<EntityRisk> find(Connection connection, Tenant tenant, RiskEntity entity)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(FIND)) {
      name(query, tenant, entity);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  private static List<RiskSource> sources(
      Connection connection, Tenant tenant, RiskEntity entity, int most) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SOURCES)) {
      name(query, tenant, entity);
      query.setInt(4, most);
      try (ResultSet row = query.executeQuery()) {
        List<RiskSource> sources = new ArrayList<>();
        while (row.next()) {
          sources.add(source(row, tenant, entity));
        }
        return sources;
      }
    }
  }

  private static void name(PreparedStatement query, Tenant tenant, RiskEntity entity)
      throws SQLException {
    query.setString(1, tenant.id());
    query.setString(2, entity.kind().name());
    query.setString(3, StorableText.of(entity.name()));
  }

  static EntityRisk read(ResultSet row) throws SQLException {
    return new EntityRisk(
        new RiskEntity(EntityKind.valueOf(row.getString("kind")), row.getString("name")),
        new RiskScore(row.getDouble("score"), row.getTimestamp("as_of").toInstant()),
        row.getLong("alerts"),
        new AlertId(row.getString("last_alert_id")));
  }

  private static RiskSource source(ResultSet row, Tenant tenant, RiskEntity entity)
      throws SQLException {
    return new RiskSource(
        new RiskContribution(
            tenant,
            entity,
            new AlertId(row.getString("alert_id")),
            row.getInt("points"),
            row.getTimestamp("event_time").toInstant()),
        new RuleRef(row.getString("rule_id"), row.getString("rule_version")),
        row.getString("title"),
        Severity.values()[row.getInt("severity")],
        AlertStatus.valueOf(row.getString("status")));
  }
}
