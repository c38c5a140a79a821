package io.eventsec.core.ingest;

import io.eventsec.core.event.Event;
import java.util.List;

/**
 * What became of a {@link RawBatch}: events and rejections together are as many as the batch has
 * records.
 *
 * @param events in the order of the batch
 * @param rejections in the order of the batch
 */
public record DecodedBatch(List<Event> events, List<Rejection> rejections) {
  /** Copies the lists. */
  public DecodedBatch {
    events = List.copyOf(events);
    rejections = List.copyOf(rejections);
  }
}
