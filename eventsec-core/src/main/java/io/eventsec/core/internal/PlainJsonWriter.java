package io.eventsec.core.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists and scalars as one line of JSON. */
public final class PlainJsonWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private PlainJsonWriter() {}

  /** The map as JSON. */
  public static String write(Map<?, ?> map) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      value(json, map);
    }
    return text.toString();
  }

  /**
   * Writes an object one of whose members is a list that is made while it is written: it is not in
   * memory as a whole.
   *
   * @param out is flushed and left open
   * @param head the members before the list
   * @param name of the list
   * @param parts of the list, in order
   * @param tail the members behind the list, asked for when its last part has been written
   */
  public static void write(
      Writer out,
      Map<?, ?> head,
      String name,
      Iterator<? extends List<?>> parts,
      Supplier<? extends Map<?, ?>> tail)
      throws IOException {
    try (JsonGenerator json =
        JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      // What breaks off must not look whole.
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      json.writeStartObject();
      members(json, head);
      json.writeArrayFieldStart(name);
      while (parts.hasNext()) {
        for (Object item : parts.next()) {
          value(json, item);
        }
      }
      json.writeEndArray();
      members(json, tail.get());
      json.writeEndObject();
    }
  }

  private static void members(JsonGenerator json, Map<?, ?> map) throws IOException {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.writeFieldName(String.valueOf(entry.getKey()));
      value(json, entry.getValue());
    }
  }

  private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      members(json, map);
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        value(json, item);
      }
      json.writeEndArray();
    } else {
      scalar(json, value);
    }
  }

  private static void scalar(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Double number) {
      json.writeNumber(number); // in quotes if it is none that JSON has
    } else if (value instanceof Number) {
      json.writeNumber(value.toString());
    } else {
      json.writeString(value.toString());
    }
  }
}
