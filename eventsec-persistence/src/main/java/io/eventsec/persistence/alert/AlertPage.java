package io.eventsec.persistence.alert;

import java.util.List;
import java.util.Optional;

/**
 * Some alerts, newest first.
 *
 * @param alerts at most as many as asked for
 * @param nextCursor where the next page starts; empty on the last one
 */
public record AlertPage(List<AlertSummary> alerts, Optional<String> nextCursor) {
  /** Copies the list. */
  public AlertPage {
    alerts = List.copyOf(alerts);
  }
}
