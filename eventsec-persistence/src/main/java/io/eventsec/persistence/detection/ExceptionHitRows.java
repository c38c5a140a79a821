package io.eventsec.persistence.detection;

import io.eventsec.core.spi.ExceptionHits;
import io.eventsec.persistence.internal.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;

/** Counts what exceptions have kept from their rules. */
final class ExceptionHitRows {
  private static final String UPDATE =
      """
      update rule_exceptions x
      set hits = x.hits + more.hits, last_hit_at = greatest(x.last_hit_at, more.last_hit_at)
      from unnest(?::text[], ?::uuid[], ?::int8[], ?::timestamptz[])
        as more (tenant, id, hits, last_hit_at)
      where x.tenant = more.tenant and x.id = more.id""";

  private ExceptionHitRows() {}

  /** There are never more than exceptions in force. */
  static void count(Connection connection, List<ExceptionHits> hits) throws SQLException {
    if (hits.isEmpty()) {
      return;
    }
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      Columns<ExceptionHits> columns =
          new Columns<>(
              update,
              1,
              hits.stream().sorted(Comparator.comparing(ExceptionHits::exception)).toList());
      columns.text(hit -> hit.tenant().id());
      columns.array("uuid", ExceptionHits::exception);
      columns.array("int8", ExceptionHits::count);
      columns.array("timestamptz", hit -> Timestamp.from(hit.lastTime()));
      update.executeUpdate();
    }
  }
}
