package io.eventsec.core.memory;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.EventIndex;
import io.eventsec.core.spi.IndexReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events in memory. Refuses none. */
public final class InMemoryEventIndex implements EventIndex {
  private final Map<Tenant, Map<EventId, Event>> events = new LinkedHashMap<>();

  /** An empty index. */
  public InMemoryEventIndex() {}

  @Override
  public synchronized IndexReport index(List<Event> more) {
    int stored = 0;
    for (Event event : more) {
      Map<EventId, Event> mine =
          events.computeIfAbsent(event.tenant(), tenant -> new LinkedHashMap<>());
      stored += mine.putIfAbsent(event.id(), event) == null ? 1 : 0;
    }
    return new IndexReport(stored, more.size() - stored, Map.of());
  }

  /** A tenant's events, newest first. */
  public synchronized List<Event> newest(Tenant tenant) {
    Collection<Event> mine = events.getOrDefault(tenant, Map.of()).values();
    List<Event> sorted = new ArrayList<>(mine);
    sorted.sort(Comparator.comparing(Event::time).thenComparing(Event::id).reversed());
    return List.copyOf(sorted);
  }
}
