package io.eventsec.persistence.detection;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.CorrelationCell;
import io.eventsec.persistence.internal.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What correlations remember, many parts a statement. */
final class CorrelationRows {
  private static final int ROWS_A_STATEMENT = 2_000;
  private static final int ROWS_AT_ONCE = 1_000;

  private static final String UPSERT =
      """
      insert into correlation_state (tenant, state_key, value)
      select * from unnest(?::text[], ?::text[], ?::bytea[])
      on conflict (tenant, state_key) do update set value = excluded.value""";

  private static final String DELETE =
      """
      delete from correlation_state s using unnest(?::text[], ?::text[]) as gone (tenant, state_key)
      where s.tenant = gone.tenant and s.state_key = gone.state_key""";

  private CorrelationRows() {}

  static void write(Connection connection, List<CorrelationCell> cells) throws SQLException {
    List<CorrelationCell> kept =
        cells.stream().filter(cell -> cell.change().value().isPresent()).toList();
    List<CorrelationCell> gone =
        cells.stream().filter(cell -> cell.change().value().isEmpty()).toList();
    for (int from = 0; from < gone.size(); from += ROWS_A_STATEMENT) {
      delete(connection, gone.subList(from, Math.min(gone.size(), from + ROWS_A_STATEMENT)));
    }
    for (int from = 0; from < kept.size(); from += ROWS_A_STATEMENT) {
      upsert(connection, kept.subList(from, Math.min(kept.size(), from + ROWS_A_STATEMENT)));
    }
  }

  private static void delete(Connection connection, List<CorrelationCell> cells)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      keys(delete, cells);
      delete.executeUpdate();
    }
  }

  private static void upsert(Connection connection, List<CorrelationCell> cells)
      throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      keys(upsert, cells).bytes(cell -> cell.change().value().orElseThrow());
      upsert.executeUpdate();
    }
  }

  private static Columns<CorrelationCell> keys(
      PreparedStatement statement, List<CorrelationCell> cells) throws SQLException {
    Columns<CorrelationCell> columns = new Columns<>(statement, 1, cells);
    columns.text(cell -> cell.tenant().id());
    columns.text(cell -> cell.change().key());
    return columns;
  }

  static Map<Tenant, Map<String, byte[]>> all(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select tenant, state_key, value from correlation_state")) {
      query.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet row = query.executeQuery()) {
        Map<Tenant, Map<String, byte[]>> all = new HashMap<>();
        while (row.next()) {
          all.computeIfAbsent(new Tenant(row.getString(1)), tenant -> new HashMap<>())
              .put(row.getString(2), row.getBytes(3));
        }
        return all;
      }
    }
  }
}
