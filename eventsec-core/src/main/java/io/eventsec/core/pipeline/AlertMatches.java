package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import java.util.List;
import java.util.Set;

/**
 * What rules about alerts find in an alert.
 *
 * @param alert the alert
 * @param event the alert as an event; see {@link io.eventsec.core.risk.AlertEvents}
 * @param matches the rules that are true for it, at least one
 * @param closed ids of the correlations that shall not see it all the same
 */
public record AlertMatches(Alert alert, Event event, List<Match> matches, Set<String> closed) {
  /** Copies the collections. */
  public AlertMatches {
    matches = List.copyOf(matches);
    closed = Set.copyOf(closed);
  }

  /** What all correlations may see. */
  public AlertMatches(Alert alert, Event event, List<Match> matches) {
    this(alert, event, matches, Set.of());
  }
}
