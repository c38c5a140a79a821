package io.eventsec.cli.detect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.detect.Match;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The matches of one batch, each a line of JSON:
 *
 * <pre>
 * {"rule": {"id", "version", "title", "level", "tags"}, "event": {"id", "file", "line"},
 *  "alert": id, "matched": {field: value}, "items": [{"selection", "field", "modifiers", "value",
 *  "actual"}]}
 * </pre>
 *
 * Not thread-safe.
 */
final class MatchLines {
  private static final JsonFactory JSON = new JsonFactory();

  /** What stands for the field in {@code matched} where a rule looked at all of them. */
  private static final String ANY_FIELD = "keywords";

  private final RuleTexts rules;
  private final CharArrayWriter text = new CharArrayWriter();
  private final JsonGenerator json;
  private int count;

  /**
   * None yet.
   *
   * @param rules what is written of rules, for all batches
   */
  MatchLines(RuleTexts rules) {
    this.rules = rules;
    try {
      this.json = JSON.createGenerator(text).setRootValueSeparator(null);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static UncheckedIOException failed(IOException e) {
    return new UncheckedIOException("Writing to memory failed", e);
  }

  /**
   * Adds one.
   *
   * @param place where the event's record is
   */
  void add(Match match, Place place) {
    try {
      write(match, place);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw failed(e);
    }
    count++;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** The lines, each with its end. */
  String text() {
    try {
      json.flush();
    } catch (IOException e) {
      throw failed(e);
    }
    return text.toString();
  }

  private void write(Match match, Place place) throws IOException {
    json.writeStartObject();
    json.writeFieldName("rule");
    json.writeRawValue(rules.of(match.rule()));
    json.writeObjectFieldStart("event");
    json.writeStringField("id", match.event().id().value());
    place.write(json);
    json.writeEndObject();
    json.writeStringField("alert", match.alertId().value());
    matched(match.items());
    json.writeArrayFieldStart("items");
    for (MatchedItem item : match.items()) {
      item(item);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void matched(List<MatchedItem> items) throws IOException {
    json.writeObjectFieldStart("matched");
    if (items.size() == 1) {
      json.writeStringField(field(items.get(0)), items.get(0).actual());
    } else {
      Map<String, String> values = new LinkedHashMap<>();
      for (MatchedItem item : items) {
        values.putIfAbsent(field(item), item.actual());
      }
      for (Map.Entry<String, String> value : values.entrySet()) {
        json.writeStringField(value.getKey(), value.getValue());
      }
    }
    json.writeEndObject();
  }

  private static String field(MatchedItem item) {
    return item.field().isEmpty() ? ANY_FIELD : item.field();
  }

  private void item(MatchedItem item) throws IOException {
    json.writeStartObject();
    json.writeStringField("selection", item.selection());
    json.writeStringField("field", item.field());
    RuleJson.texts(json, "modifiers", item.modifiers());
    json.writeStringField("value", item.value());
    json.writeStringField("actual", item.actual());
    json.writeEndObject();
  }
}
