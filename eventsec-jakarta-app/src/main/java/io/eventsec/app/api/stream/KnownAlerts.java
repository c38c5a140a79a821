package io.eventsec.app.api.stream;

import io.eventsec.core.alert.AlertId;
import io.eventsec.persistence.alert.AlertSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Which alerts the clients of a feed know already. Those raised long ago they have from the list or
 * from the feed; the younger ones are remembered one by one, because the clock alone can't tell: an
 * alert becomes visible some time after it was raised. Not thread-safe.
 */
final class KnownAlerts {
  /** Longer than a transaction that raises alerts may take. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  private final Map<AlertId, Instant> told = new HashMap<>();
  private Instant until = Instant.MIN;

  /** Clients begin now, with the list as it is. */
  void begin(Instant now) {
    told.clear();
    until = now.minus(YOUNG);
  }

  /** Notes that they are told of the alert; true if it is new to them. */
  boolean tell(AlertSummary alert) {
    boolean old = alert.raisedAt().isBefore(until);
    boolean first = !old && told.put(alert.id(), alert.raisedAt()) == null;
    return first || alert.revision() == 1;
  }

  /** Time has gone on: what was raised long ago need not be remembered. */
  void forget(Instant now) {
    until = now.minus(YOUNG);
    told.values().removeIf(raisedAt -> raisedAt.isBefore(until));
  }
}
