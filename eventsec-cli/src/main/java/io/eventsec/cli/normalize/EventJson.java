package io.eventsec.cli.normalize;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.event.Event;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as a line of JSON: its ECS fields, and what the sender called them under {@code native}
 * with dotted names.
 */
final class EventJson {
  private static final JsonFactory JSON = new JsonFactory();

  private EventJson() {}

  /** ECS fields under their dotted names. */
  static String flat(Event event) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("@timestamp", event.time().toString());
    fields.putAll(event.ecsFields());
    fields.put("event.original", event.original());
    fields.put("native", event.nativeFields());
    return written(fields);
  }

  /** ECS fields as nested objects. */
  static String nested(Event event) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("@timestamp", event.time().toString());
    event.ecsFields().forEach((name, value) -> nest(name, value, fields));
    nest("event.original", event.original(), fields);
    fields.put("native", event.nativeFields());
    return written(fields);
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

  private static String written(Map<String, Object> fields) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, fields);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(json, item);
      }
      json.writeEndArray();
    } else {
      json.writePOJO(value);
    }
  }
}
