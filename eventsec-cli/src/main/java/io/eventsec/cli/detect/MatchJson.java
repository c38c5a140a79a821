package io.eventsec.cli.detect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.detect.Match;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A match as one line of JSON:
 *
 * <pre>
 * {"rule": {"id", "version", "title", "level", "tags"}, "event": {"id", "file", "line"},
 *  "alert": id, "matched": {field: value}, "items": [{"selection", "field", "modifiers", "value",
 *  "actual"}]}
 * </pre>
 */
final class MatchJson {
  private static final JsonFactory JSON = new JsonFactory();

  /** What stands for the field in {@code matched} where a rule looked at all of them. */
  private static final String ANY_FIELD = "keywords";

  private MatchJson() {}

  /**
   * Writes one.
   *
   * @param file the name of the input
   * @param line where the event's record begins in it, from 1
   */
  static String of(Match match, String file, long line) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      Alert alert = match.toAlert();
      json.writeStartObject();
      rule(json, alert);
      json.writeObjectFieldStart("event");
      json.writeStringField("id", match.event().id().toString());
      json.writeStringField("file", file);
      json.writeNumberField("line", line);
      json.writeEndObject();
      json.writeStringField("alert", alert.id().toString());
      matched(json, match.items());
      json.writeArrayFieldStart("items");
      for (MatchedItem item : match.items()) {
        item(json, item);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return text.toString();
  }

  private static void rule(JsonGenerator json, Alert alert) throws IOException {
    json.writeObjectFieldStart("rule");
    json.writeStringField("id", alert.rule().id());
    json.writeStringField("version", alert.rule().version());
    json.writeStringField("title", alert.title());
    json.writeStringField("level", alert.severity().sigmaName());
    texts(json, "tags", alert.tags());
    json.writeEndObject();
  }

  private static void matched(JsonGenerator json, List<MatchedItem> items) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    for (MatchedItem item : items) {
      values.putIfAbsent(item.field().isEmpty() ? ANY_FIELD : item.field(), item.actual());
    }
    json.writeObjectFieldStart("matched");
    for (Map.Entry<String, String> value : values.entrySet()) {
      json.writeStringField(value.getKey(), value.getValue());
    }
    json.writeEndObject();
  }

  private static void item(JsonGenerator json, MatchedItem item) throws IOException {
    json.writeStartObject();
    json.writeStringField("selection", item.selection());
    json.writeStringField("field", item.field());
    texts(json, "modifiers", item.modifiers());
    json.writeStringField("value", item.value());
    json.writeStringField("actual", item.actual());
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
