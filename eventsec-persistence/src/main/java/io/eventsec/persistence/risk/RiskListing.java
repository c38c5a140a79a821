package io.eventsec.persistence.risk;

import io.eventsec.core.risk.EntityKind;
import io.eventsec.core.risk.EntityRisk;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.internal.CursorText;
import io.eventsec.persistence.internal.RiskSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page of entities, the greatest score first. */
final class RiskListing {
  private static final String SELECT =
      """
      select * from (
        select id, %s, %s as rank from entity_risk where tenant = ?
      ) as ranked
      where (? = '' or kind = ?) and score * %s >= ?
        and (rank, id) < (?, ?)
      order by rank desc, id desc limit ?"""
          .formatted(
              EntityRisks.COLUMNS,
              RiskSql.rank("score", "as_of"),
              RiskSql.left("as_of", "?::timestamptz"));

  private final RiskQuery query;

  RiskListing(RiskQuery query) {
    this.query = query;
  }

  /** A row and its place in the order. */
  private record Ranked(EntityRisk risk, Place place) {}

  private record Place(double rank, long id) {
    static Place of(List<String> parts) {
      return new Place(Double.parseDouble(parts.get(0)), Long.parseLong(parts.get(1)));
    }

    String cursor() {
      return CursorText.of(rank, id);
    }
  }

  Page<EntityRisk> run(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      set(select);
      try (ResultSet row = select.executeQuery()) {
        List<Ranked> found = new ArrayList<>();
        while (row.next()) {
          Place place = new Place(row.getDouble("rank"), row.getLong("id"));
          found.add(new Ranked(EntityRisks.read(row), place));
        }
        Page<Ranked> page = Page.of(found, query.limit(), last -> last.place().cursor());
        return new Page<>(page.rows().stream().map(Ranked::risk).toList(), page.nextCursor());
      }
    }
  }

  private void set(PreparedStatement select) throws SQLException {
    Optional<Place> after = query.cursor().map(text -> CursorText.read(text, 2, Place::of));
    double halfLife = RiskSql.seconds(query.halfLife());
    int next = 1;
    select.setDouble(next++, halfLife);
    select.setString(next++, query.tenant().id());
    text(select, next++, query.kind());
    text(select, next++, query.kind());
    select.setTimestamp(next++, Timestamp.from(query.at()));
    select.setDouble(next++, halfLife);
    select.setDouble(next++, query.minimum());
    // Before the first page's first row is everything.
    select.setDouble(next++, after.map(Place::rank).orElse(Double.POSITIVE_INFINITY));
    select.setLong(next++, after.map(Place::id).orElse(0L));
    select.setInt(next, query.limit() + 1);
  }

  private static void text(PreparedStatement select, int parameter, Optional<EntityKind> kind)
      throws SQLException {
    select.setString(parameter, kind.map(EntityKind::name).orElse(""));
  }
}
