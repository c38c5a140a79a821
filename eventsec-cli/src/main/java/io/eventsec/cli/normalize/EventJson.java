package io.eventsec.cli.normalize;

import io.eventsec.core.event.Event;
import io.eventsec.core.internal.PlainJsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event as a line of JSON: its ECS fields, and what the sender called them under {@code native}
 * with dotted names.
 */
final class EventJson {
  private EventJson() {}

  /** ECS fields under their dotted names. */
  static String flat(Event event) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("@timestamp", event.time().toString());
    fields.putAll(event.ecsFields());
    fields.put("event.original", event.original());
    fields.put("native", event.nativeFields());
    return PlainJsonWriter.write(fields);
  }

  /** ECS fields as nested objects. */
  static String nested(Event event) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("@timestamp", event.time().toString());
    event.ecsFields().forEach((name, value) -> nest(name, value, fields));
    nest("event.original", event.original(), fields);
    fields.put("native", event.nativeFields());
    return PlainJsonWriter.write(fields);
  }

  /** Where a value stands in the way of an object, the name keeps its dots. */
  @SuppressWarnings("unchecked")
  private static void nest(String name, Object value, Map<String, Object> root) {
    Map<String, Object> parent = root;
    int start = 0;
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', start)) {
      Object child =
          parent.computeIfAbsent(name.substring(start, dot), part -> new LinkedHashMap<>());
      if (!(child instanceof Map<?, ?> map)) {
        break;
      }
      parent = (Map<String, Object>) map;
      start = dot + 1;
    }
    parent.put(name.substring(start), value);
  }
}
