package io.eventsec.core.sigma;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.LongText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets matches of a rule that are about the same, within a window, be one alert. The windows lie
 * side by side and begin at multiples of their length since 1970-01-01T00:00:00Z, so that which
 * alert an event belongs to depends on the event alone: on its time and its fields, never on what
 * came before it. Immutable.
 *
 * @param by the fields whose values tell what a match is about; none lets all matches of the rule
 *     be about the same, which bounds its alerts to one a window
 * @param window how long a window is, a second or more
 */
public record Suppression(List<String> by, Duration window) {
  private static final int MOST_CHARACTERS = 512;

  /** Copies the list. */
  public Suppression {
    by = List.copyOf(by);
  }

  /** What an event is about; empty if nobody can tell, since it lacks a field. */
  private Optional<List<String>> key(Event event) {
    List<String> key = new ArrayList<>();
    for (String field : by) {
      Object value = event.value(field);
      if (value == null) {
        return Optional.empty();
      }
      key.add(LongText.of(text(value), MOST_CHARACTERS));
    }
    return Optional.of(key);
  }

  /** Several values of a field in the order of their text. */
  private static String text(Object value) {
    return value instanceof List<?> list
        ? String.join(", ", list.stream().map(Object::toString).distinct().sorted().toList())
        : value.toString();
  }

  /**
   * The id of the alert that an event belongs to.
   *
   * @param rule the version of the rule that is true for it
   * @return empty if it has an alert of its own, because it lacks a field
   */
  public Optional<AlertId> idFor(RuleRef rule, Event event) {
    return key(event).map(key -> AlertId.ofWindow(event.tenant(), rule, key, windowOf(event)));
  }

  /** When the window begins that an event lies in. */
  private Instant windowOf(Event event) {
    long length = window.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(event.time().getEpochSecond(), length) * length);
  }
}
