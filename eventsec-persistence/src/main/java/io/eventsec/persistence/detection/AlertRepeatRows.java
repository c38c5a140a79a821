package io.eventsec.persistence.detection;

import io.eventsec.core.alert.AlertRepeat;
import io.eventsec.persistence.internal.AlertChangeLock;
import io.eventsec.persistence.internal.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

/** Alerts that have gone on. Saying the same again, or an earlier word, changes nothing. */
final class AlertRepeatRows {
  private static final int ROWS_A_STATEMENT = 500;

  private static final String UPDATE =
      """
      update alerts a
      set firings = more.firings, last_event_time = more.last_event_time,
        change_seq = nextval('alert_changes')
      from unnest(?::text[], ?::text[], ?::int8[], ?::timestamptz[])
        as more (tenant, id, firings, last_event_time)
      where a.tenant = more.tenant and a.id = more.id and a.firings < more.firings""";

  private AlertRepeatRows() {}

  static void write(Connection connection, List<AlertRepeat> repeats) throws SQLException {
    if (repeats.isEmpty()) {
      return;
    }
    AlertChangeLock.take(connection);
    for (int from = 0; from < repeats.size(); from += ROWS_A_STATEMENT) {
      update(connection, repeats.subList(from, Math.min(repeats.size(), from + ROWS_A_STATEMENT)));
    }
  }

  private static void update(Connection connection, List<AlertRepeat> repeats) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      Columns<AlertRepeat> columns = new Columns<>(update, 1, repeats);
      columns.text(repeat -> repeat.tenant().id());
      columns.text(repeat -> repeat.id().value());
      columns.array("int8", AlertRepeat::count);
      columns.array("timestamptz", repeat -> Timestamp.from(repeat.lastTime()));
      update.executeUpdate();
    }
  }
}
