package io.eventsec.core.event;

import io.eventsec.core.internal.PlainJsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event as one line of JSON: {@code @timestamp}, its ECS fields, {@code event.original}, and
 * what the sender called them under {@code native} with dotted names.
 */
public final class EcsDocument {
  private EcsDocument() {}

  /** ECS fields under their dotted names. */
  public static String flat(Event event) {
    Map<String, Object> fields = start(event);
    fields.putAll(event.ecsFields());
    fields.put("event.original", event.original());
    return end(event, fields);
  }

  /** ECS fields as nested objects. */
  public static String nested(Event event) {
    Map<String, Object> fields = start(event);
    event.ecsFields().forEach((name, value) -> nest(name, value, fields));
    nest("event.original", event.original(), fields);
    return end(event, fields);
  }

  private static Map<String, Object> start(Event event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("@timestamp", event.time().toString());
    return fields;
  }

  private static String end(Event event, Map<String, Object> fields) {
    fields.put("native", event.nativeFields());
    try {
      return PlainJsonWriter.write(fields);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
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
