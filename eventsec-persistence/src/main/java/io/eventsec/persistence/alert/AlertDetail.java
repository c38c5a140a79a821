package io.eventsec.persistence.alert;

import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Correlation;
import java.util.List;
import java.util.Optional;

/**
 * An alert with all that is known of it.
 *
 * @param summary what a list shows
 * @param people whose it is
 * @param tags the rule's tags
 * @param matchedItems why it fired
 * @param evidence the events that made it fire
 * @param history who did what, oldest first
 * @param correlation the exchange that brought its first event; empty if it came otherwise
 */
public record AlertDetail(
    AlertSummary summary,
    AlertPeople people,
    List<String> tags,
    List<MatchedItem> matchedItems,
    List<Event> evidence,
    List<AlertHistoryEntry> history,
    Optional<Correlation> correlation) {
  /** Copies the lists. */
  public AlertDetail {
    tags = List.copyOf(tags);
    matchedItems = List.copyOf(matchedItems);
    evidence = List.copyOf(evidence);
    history = List.copyOf(history);
  }
}
