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
   * @param place where the event's record is
   */
  static String of(Match match, Place place) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      Alert alert = match.toAlert();
      json.writeStartObject();
      RuleJson.write(json, alert.rule(), alert.title(), alert.severity(), alert.tags());
      json.writeObjectFieldStart("event");
      json.writeStringField("id", match.event().id().toString());
      place.write(json);
      json.writeEndObject();
      json.writeStringField("alert", match.alertId().toString());
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
    RuleJson.texts(json, "modifiers", item.modifiers());
    json.writeStringField("value", item.value());
    json.writeStringField("actual", item.actual());
    json.writeEndObject();
  }
}
