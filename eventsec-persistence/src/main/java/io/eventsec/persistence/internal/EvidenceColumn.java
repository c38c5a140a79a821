package io.eventsec.persistence.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events as they are kept with the alert they raised, exact. */
public final class EvidenceColumn {
  private EvidenceColumn() {}

  /** The column {@code evidence}. */
  public static String write(List<Event> events) {
    return Json.write(
        json -> {
          json.writeStartArray();
          for (Event event : events) {
            event(json, event);
          }
          json.writeEndArray();
        });
  }

  /**
   * Reads {@link #write(List)}.
   *
   * @param tenant whose alert it is, and so whose events
   */
  public static List<Event> read(Tenant tenant, String column) {
    return Json.readArray("alerts.evidence", column, json -> event(tenant, json));
  }

  private static void event(JsonGenerator json, Event event) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", event.id().value());
    json.writeStringField("source", event.source());
    json.writeStringField("time", event.time().toString());
    json.writeStringField("received", event.receivedAt().toString());
    json.writeStringField("original", event.original());
    fields(json, "ecs", event.ecsFields());
    fields(json, "native", event.nativeFields());
    json.writeEndObject();
  }

  private static void fields(JsonGenerator json, String name, Map<String, Object> fields)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      json.writeFieldName(field.getKey());
      value(json, field.getValue());
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Object value) throws IOException {
    if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        value(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(value.toString());
    }
  }

  private static Event event(Tenant tenant, JsonParser json) throws IOException {
    Map<String, String> head = new LinkedHashMap<>();
    Map<String, Object> ecs = Map.of();
    Map<String, Object> own = Map.of();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "ecs" -> ecs = fields(json);
        case "native" -> own = fields(json);
        default -> head.put(name, json.getText());
      }
    }
    Event.Builder event =
        Event.builder(new EventId(text(head, "id")), tenant, text(head, "source"))
            .time(Instant.parse(text(head, "time")))
            .receivedAt(Instant.parse(text(head, "received")))
            .original(text(head, "original"));
    ecs.forEach(event::ecs);
    own.forEach(event::nativeField);
    return event.build();
  }

  private static String text(Map<String, String> head, String name) throws IOException {
    String value = head.get(name);
    if (value == null) {
      throw new IOException("an event without '" + name + "'");
    }
    return value;
  }

  private static Map<String, Object> fields(JsonParser json) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      fields.put(name, value(json));
    }
    return fields;
  }

  private static Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_ARRAY -> Json.readArray(json, EvidenceColumn::value);
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      default -> json.getText();
    };
  }
}
