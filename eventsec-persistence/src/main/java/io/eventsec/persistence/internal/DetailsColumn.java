package io.eventsec.persistence.internal;

import com.fasterxml.jackson.core.JsonToken;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The column {@code audit.details}: an object of strings, exact. */
public final class DetailsColumn {
  private DetailsColumn() {}

  /** The column; names in order. */
  public static String write(Map<String, String> details) {
    return Json.write(
        json -> {
          json.writeStartObject();
          for (Map.Entry<String, String> detail : new TreeMap<>(details).entrySet()) {
            json.writeStringField(detail.getKey(), detail.getValue());
          }
          json.writeEndObject();
        });
  }

  /** Reads {@link #write}. */
  public static Map<String, String> read(String column) {
    return Json.read(
        "audit.details",
        column,
        json -> {
          Map<String, String> details = new LinkedHashMap<>();
          while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            details.put(name, json.getText());
          }
          return details;
        });
  }
}
