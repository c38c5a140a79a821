package io.eventsec.core.alert;

import io.eventsec.core.event.Event;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Matches of a rule that are one alert. Merging is commutative and associative but for the order of
 * the entities, so the alert does not depend on the order in which its events came. Immutable.
 *
 * @param alert with the earliest of the events as its evidence, {@value #MOST_EVENTS} at most, in
 *     the order in which they happened
 * @param count how many matches
 * @param lastTime when the last of them happened
 */
public record AlertMerge(Alert alert, long count, Instant lastTime) {
  /** How many events an alert shows. */
  public static final int MOST_EVENTS = 10;

  private static final int MOST_ENTITIES = 100;

  private static final Comparator<Event> IN_ORDER =
      Comparator.comparing(Event::time).thenComparing(event -> event.id().value());

  /** One match. */
  public static AlertMerge of(Alert alert) {
    return new AlertMerge(alert, 1, alert.evidence().get(0).time());
  }

  /**
   * These matches and those.
   *
   * @param more of the same alert
   * @throws IllegalArgumentException if they are of another
   */
  public AlertMerge and(AlertMerge more) {
    if (!alert.id().equals(more.alert.id())) {
      throw new IllegalArgumentException(
          "Alert " + alert.id() + " cannot take up " + more.alert.id() + ", which is another");
    }
    List<Event> events = earliest(more.alert.evidence());
    Alert first = events.get(0).equals(alert.evidence().get(0)) ? alert : more.alert;
    Alert merged =
        new Alert(
            alert.id(),
            alert.tenant(),
            alert.rule(),
            alert.title(),
            alert.severity(),
            alert.tags(),
            alert.entities().and(more.alert.entities(), MOST_ENTITIES),
            first.matchedItems(),
            events,
            first.correlation());
    return new AlertMerge(
        merged, count + more.count, lastTime.isAfter(more.lastTime) ? lastTime : more.lastTime);
  }

  private List<Event> earliest(List<Event> more) {
    Map<String, Event> byId = new LinkedHashMap<>();
    Stream.concat(alert.evidence().stream(), more.stream())
        .forEach(event -> byId.putIfAbsent(event.id().value(), event));
    return byId.values().stream().sorted(IN_ORDER).limit(MOST_EVENTS).toList();
  }
}
