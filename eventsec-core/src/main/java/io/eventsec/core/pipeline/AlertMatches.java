package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import java.util.List;

/**
 * What rules about alerts find in an alert.
 *
 * @param alert the alert
 * @param event the alert as an event; see {@link io.eventsec.core.risk.AlertEvents}
 * @param matches the rules that are true for it, at least one
 */
public record AlertMatches(Alert alert, Event event, List<Match> matches) {
  /** Copies the list. */
  public AlertMatches {
    matches = List.copyOf(matches);
  }
}
