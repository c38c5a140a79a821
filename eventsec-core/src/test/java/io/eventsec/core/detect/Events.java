package io.eventsec.core.detect;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes events of field maps. */
public final class Events {
  private Events() {}

  /** An event with these native fields and no logsource. */
  public static Event of(Map<String, ? extends @Nullable Object> fields) {
    Event.Builder event = builder();
    flat("", fields, new LinkedHashMap<>()).forEach(event::nativeField);
    return event.build();
  }

  public static Event of(String field, Object value) {
    return of(Map.of(field, value));
  }

  public static Event none() {
    return of(Map.of());
  }

  public static Event.Builder builder() {
    EventId id = EventId.of(new EventOrigin(Tenant.DEFAULT, "test", "batch", 0), 0);
    return Event.builder(id, Tenant.DEFAULT, "test");
  }

  private static Map<String, @Nullable Object> flat(
      String prefix,
      Map<String, ? extends @Nullable Object> fields,
      Map<String, @Nullable Object> out) {
    fields.forEach((name, value) -> put(prefix + name, value, out));
    return out;
  }

  @SuppressWarnings("unchecked")
  private static void put(String path, @Nullable Object value, Map<String, @Nullable Object> out) {
    if (value instanceof Map<?, ?> nested) {
      flat(path + '.', (Map<String, @Nullable Object>) nested, out);
    } else if (value instanceof List<?> list) {
      List<Object> kept = new ArrayList<>();
      list.forEach(
          item -> {
            if (item instanceof Map<?, ?>) {
              put(path, item, out);
            } else if (item != null) {
              kept.add(item);
            }
          });
      out.put(path, kept);
    } else {
      out.put(path, value);
    }
  }
}
