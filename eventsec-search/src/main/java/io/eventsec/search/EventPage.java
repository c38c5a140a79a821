package io.eventsec.search;

import java.util.List;
import java.util.Optional;

/**
 * A page of a search, newest event first.
 *
 * @param items at most as many as asked for
 * @param total how many events the query finds, counted up to 10,000
 * @param totalIsExact false if there are more than {@code total}
 * @param nextCursor where the next page begins; empty on the last
 */
public record EventPage(
    List<EventHit> items, long total, boolean totalIsExact, Optional<String> nextCursor) {
  /** Copies the items. */
  public EventPage {
    items = List.copyOf(items);
  }
}
