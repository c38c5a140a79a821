package io.eventsec.core.spi;

import io.eventsec.core.event.EventId;
import io.eventsec.core.ingest.Rejection;
import java.util.List;
import java.util.Map;

/**
 * What became of events given to an index: stored, duplicates and rejections together are all of
 * them.
 *
 * @param stored how many are new
 * @param duplicates how many were there already
 * @param rejections those it refused for good, by event
 */
public record IndexReport(int stored, int duplicates, Map<EventId, Rejection> rejections) {
  /** Copies the map. */
  public IndexReport {
    rejections = Map.copyOf(rejections);
  }

  /** The refused ones in no particular order. */
  public List<Rejection> rejected() {
    return List.copyOf(rejections.values());
  }
}
