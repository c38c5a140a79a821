package io.eventsec.core.memory;

import io.eventsec.core.spi.AlertIndex;
import io.eventsec.core.spi.OutboxEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The copies of alerts in memory, as the JSON they came as. Refuses none. */
public final class InMemoryAlertIndex implements AlertIndex {
  private final Map<Key, String> documents = new LinkedHashMap<>();

  /** An empty index. */
  public InMemoryAlertIndex() {}

  @Override
  public synchronized List<Refusal> indexAlerts(List<OutboxEntry> entries) {
    entries.forEach(
        entry -> documents.putIfAbsent(new Key(entry.tenant(), entry.key()), entry.payload()));
    return List.of();
  }

  /** The documents of a tenant by alert id, oldest first. */
  public synchronized Map<String, String> documents(String tenant) {
    Map<String, String> mine = new LinkedHashMap<>();
    documents.forEach(
        (key, document) -> {
          if (key.tenant().equals(tenant)) {
            mine.put(key.id(), document);
          }
        });
    return mine;
  }

  private record Key(String tenant, String id) {}
}
