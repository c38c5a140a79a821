package io.eventsec.persistence.incident;

import java.util.List;

/**
 * An incident with all that is known of it.
 *
 * @param summary what a list shows
 * @param description what it says
 * @param items what is part of it, in the order in which it became so
 * @param history who did what, oldest first; of a very long one the newest 1,000 lines
 */
public record IncidentDetail(
    IncidentSummary summary,
    String description,
    List<IncidentItem> items,
    List<IncidentHistoryEntry> history) {
  /** Copies the lists. */
  public IncidentDetail {
    items = List.copyOf(items);
    history = List.copyOf(history);
  }
}
