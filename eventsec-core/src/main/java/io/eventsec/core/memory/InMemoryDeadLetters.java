package io.eventsec.core.memory;

import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.DeadLetters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dead letters in memory, filled by {@link InMemoryDetectionStore}. */
public final class InMemoryDeadLetters implements DeadLetters {
  private final Map<Key, DeadLetter> letters = new LinkedHashMap<>();

  InMemoryDeadLetters() {}

  @Override
  public synchronized List<DeadLetter> newest(Tenant tenant, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("Limit " + limit + ": ask for 1 dead letter or more");
    }
    List<DeadLetter> found =
        new ArrayList<>(
            letters.values().stream().filter(letter -> letter.tenant().equals(tenant)).toList());
    Collections.reverse(found);
    return List.copyOf(found.subList(0, Math.min(limit, found.size())));
  }

  @Override
  public synchronized long count(Tenant tenant) {
    return letters.values().stream().filter(letter -> letter.tenant().equals(tenant)).count();
  }

  synchronized void keep(List<DeadLetter> more) {
    more.forEach(letter -> letters.putIfAbsent(Key.of(letter), letter));
  }

  private record Key(Tenant tenant, EventId event, Rejection.Stage stage) {
    static Key of(DeadLetter letter) {
      return new Key(letter.tenant(), letter.rejection().eventId(), letter.rejection().stage());
    }
  }
}
