package io.eventsec.persistence.detection;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.Indicator;
import io.eventsec.persistence.internal.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * In how many alerts indicators stand: of alerts that are raised now, so that an alert counts once,
 * however often its step is done. Only indicators that the tenant has: what senders write into
 * their events makes no rows.
 */
final class SightingRows {
  private static final int ROWS_A_STATEMENT = 500;

  /** Of one alert; an event names a hundred at most, and an alert may have many events. */
  private static final int MOST_OF_AN_ALERT = 200;

  private static final String UPSERT =
      """
      insert into indicator_sightings as old (tenant, kind, value, alerts, first_seen, last_seen)
      select * from unnest(?::text[], ?::text[], ?::text[], ?::int8[], ?::timestamptz[],
        ?::timestamptz[]) as given (tenant, kind, value, alerts, first_seen, last_seen)
      where exists (
        select 1 from indicators i
        where i.tenant = given.tenant and i.value = given.value and i.kind = given.kind)
      on conflict on constraint indicator_sightings_once do update set
        alerts = old.alerts + excluded.alerts,
        first_seen = least(old.first_seen, excluded.first_seen),
        last_seen = greatest(old.last_seen, excluded.last_seen)""";

  private record Key(Tenant tenant, Indicator indicator) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing((Key key) -> key.tenant.id())
            .thenComparing(key -> key.indicator.kind())
            .thenComparing(key -> key.indicator.value());

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private record Seen(long alerts, Instant first, Instant last) {
    static Seen at(Instant time) {
      return new Seen(1, time, time);
    }

    Seen plus(Seen more) {
      return new Seen(
          alerts + more.alerts,
          first.isBefore(more.first) ? first : more.first,
          last.isAfter(more.last) ? last : more.last);
    }

    /** Of the same alert: counts once. */
    Seen or(Seen other) {
      Seen both = plus(other);
      return new Seen(alerts, both.first, both.last);
    }
  }

  private SightingRows() {}

  /**
   * Counts them.
   *
   * @param now events of a clock that is ahead happened then
   */
  static void count(Connection connection, List<Alert> raised, Instant now) throws SQLException {
    // In one order everywhere, so that no two transactions wait for each other in a circle.
    Map<Key, Seen> sums = new TreeMap<>();
    for (Alert alert : raised) {
      of(alert, now)
          .forEach(
              (indicator, seen) ->
                  sums.merge(new Key(alert.tenant(), indicator), seen, Seen::plus));
    }
    List<Map.Entry<Key, Seen>> all = new ArrayList<>(sums.entrySet());
    for (int from = 0; from < all.size(); from += ROWS_A_STATEMENT) {
      upsert(connection, all.subList(from, Math.min(all.size(), from + ROWS_A_STATEMENT)));
    }
  }

  private static Map<Indicator, Seen> of(Alert alert, Instant now) {
    Map<Indicator, Seen> found = new HashMap<>();
    for (Event event : alert.evidence()) {
      Seen seen = Seen.at(event.time().isAfter(now) ? now : event.time());
      for (Indicator indicator : SightedIndicators.of(event)) {
        if (found.size() < MOST_OF_AN_ALERT || found.containsKey(indicator)) {
          found.merge(indicator, seen, Seen::or);
        }
      }
    }
    return found;
  }

  private static void upsert(Connection connection, List<Map.Entry<Key, Seen>> sums)
      throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      Columns<Map.Entry<Key, Seen>> columns = new Columns<>(upsert, 1, sums);
      columns.text(sum -> sum.getKey().tenant().id());
      columns.text(sum -> sum.getKey().indicator().kind().name());
      columns.text(sum -> sum.getKey().indicator().value());
      columns.array("int8", sum -> sum.getValue().alerts());
      columns.array("timestamptz", sum -> Timestamp.from(sum.getValue().first()));
      columns.array("timestamptz", sum -> Timestamp.from(sum.getValue().last()));
      upsert.executeUpdate();
    }
  }
}
