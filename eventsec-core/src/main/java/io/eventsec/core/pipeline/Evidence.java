package io.eventsec.core.pipeline;

import io.eventsec.core.correlate.EventRef;
import io.eventsec.core.correlate.Firing;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventPlace;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReadLimit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds events of the past again. Correlations remember which events there were and where the
 * journal keeps them, not what was in them: a million groups have no room for that, and nearly none
 * of them comes to an alert.
 */
final class Evidence {
  private static final int BATCHES_AT_HAND = 32;
  private static final ReadLimit ONE = new ReadLimit(1, 1);

  private final Source source;
  private final Map<Long, Batch> batches =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Batch> eldest) {
          return size() > BATCHES_AT_HAND;
        }
      };

  private record Batch(
      Map<EventId, Event> events, Map<EventPlace, Event> places, Optional<Correlation> exchange) {

    /** The event; of what is about an alert, the one that raised it: that stands in its place. */
    @Nullable Event find(EventRef ref) {
      Event event = events.get(ref.id());
      return event == null ? places.get(ref.place()) : event;
    }
  }

  Evidence(Source source) {
    this.source = source;
  }

  /** The events of a firing in the order in which they happened, at least one. */
  List<Event> of(Firing firing) {
    Map<EventId, Event> events = new LinkedHashMap<>();
    for (EventRef ref : firing.samples()) {
      Event event = batch(ref).find(ref);
      if (event != null) {
        events.putIfAbsent(event.id(), event);
      }
    }
    return events.isEmpty() ? List.of(trace(firing)) : List.copyOf(events.values());
  }

  /** The exchange that brought the event with which the condition was reached. */
  Optional<Correlation> exchange(Firing firing) {
    return batch(firing.event()).exchange();
  }

  /** What is known of an event that the journal no longer has. */
  private static Event trace(Firing firing) {
    return Event.builder(firing.event().id(), firing.tenant(), "unknown")
        .time(firing.event().time())
        .build();
  }

  private Batch batch(EventRef ref) {
    return batches.computeIfAbsent(ref.locator(), this::read);
  }

  private Batch read(long position) {
    List<JournalEntry> entries =
        position < 1 ? List.of() : source.journal().read(new JournalPosition(position - 1), ONE);
    if (entries.isEmpty() || entries.get(0).position().value() != position) {
      return new Batch(Map.of(), Map.of(), Optional.empty());
    }
    JournalEntry entry = entries.get(0);
    Map<EventId, Event> events = new HashMap<>();
    Map<EventPlace, Event> places = new HashMap<>();
    for (Event event : source.decoder().decode(entry.batch()).events()) {
      events.put(event.id(), event);
      places.put(event.place(), event);
    }
    return new Batch(events, places, entry.batch().correlation());
  }
}
