package io.eventsec.core.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.eventsec.core.event.Event;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/**
 * An alert as it is copied to a search index: one JSON object in the terms of the Elastic Common
 * Schema (ECS 9), without the evidence itself, which is indexed as events under the ids named here.
 *
 * <pre>{@code
 * {"@timestamp": when it happened, "message": the title, "tags": [...],
 *  "event": {"kind": "alert", "id", "created": when it was raised, "severity": 0 to 4},
 *  "rule": {"id", "version", "name"},
 *  "related": {"hosts": [...], "user": [...], "ip": [...]},
 *  "labels": {"correlation_id": the exchange that brought the event, if one did},
 *  "eventsec": {"tenant", "source", "severity": the Sigma level,
 *    "evidence": [event ids], "matched": [{"selection", "field", "value", "actual"}]}}
 * }</pre>
 *
 * The text is ASCII: other characters are escaped.
 *
 * <p>The correlation id is a label and not {@code trace.id}: that is the trace's own id (32
 * hexadecimal digits where W3C Trace Context is spoken), which tools follow to a trace. Ours is any
 * word a sender chose, and no trace stands behind it.
 */
public final class AlertDocument {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private AlertDocument() {}

  /**
   * The document.
   *
   * @param raisedAt when it was found
   */
  public static String json(Alert alert, Instant raisedAt) {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("@timestamp", alert.eventTime().toString());
      json.writeStringField("message", alert.title());
      strings(json, "tags", alert.tags());
      event(json, alert, raisedAt);
      rule(json, alert);
      related(json, alert.entities());
      labels(json, alert);
      eventsec(json, alert);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A string cannot fail", e);
    }
    return text.toString();
  }

  private static void event(JsonGenerator json, Alert alert, Instant raisedAt) throws IOException {
    json.writeObjectFieldStart("event");
    json.writeStringField("kind", "alert");
    json.writeStringField("id", alert.id().value());
    json.writeStringField("created", raisedAt.toString());
    json.writeNumberField("severity", alert.severity().ordinal());
    json.writeEndObject();
  }

  private static void rule(JsonGenerator json, Alert alert) throws IOException {
    json.writeObjectFieldStart("rule");
    json.writeStringField("id", alert.rule().id());
    json.writeStringField("version", alert.rule().version());
    json.writeStringField("name", alert.title());
    json.writeEndObject();
  }

  private static void related(JsonGenerator json, Entities entities) throws IOException {
    json.writeObjectFieldStart("related");
    strings(json, "hosts", entities.hosts());
    strings(json, "user", entities.users());
    strings(json, "ip", entities.addresses());
    json.writeEndObject();
  }

  private static void labels(JsonGenerator json, Alert alert) throws IOException {
    if (alert.correlation().isPresent()) {
      json.writeObjectFieldStart("labels");
      json.writeStringField("correlation_id", alert.correlation().get().id());
      json.writeEndObject();
    }
  }

  private static void eventsec(JsonGenerator json, Alert alert) throws IOException {
    json.writeObjectFieldStart("eventsec");
    json.writeStringField("tenant", alert.tenant().id());
    json.writeStringField("source", alert.source());
    json.writeStringField("severity", alert.severity().sigmaName());
    json.writeArrayFieldStart("evidence");
    for (Event event : alert.evidence()) {
      json.writeString(event.id().value());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("matched");
    for (MatchedItem item : alert.matchedItems()) {
      matched(json, item);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void matched(JsonGenerator json, MatchedItem item) throws IOException {
    json.writeStartObject();
    json.writeStringField("selection", item.selection());
    json.writeStringField("field", item.field());
    json.writeStringField("value", item.value());
    json.writeStringField("actual", item.actual());
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
