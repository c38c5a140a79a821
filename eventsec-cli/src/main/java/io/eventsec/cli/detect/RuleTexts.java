package io.eventsec.cli.detect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.sigma.SigmaRule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is written of each rule that matches and of its items, made once: most of a line is that.
 * Thread-safe.
 */
final class RuleTexts {
  private static final JsonFactory JSON = new JsonFactory();

  /** What stands for the field in {@code matched} where a rule looked at all of them. */
  private static final String ANY_FIELD = "keywords";

  private final Map<RuleRef, String> rules = new ConcurrentHashMap<>();

  /** As many as the rules have values. */
  private final Map<Asked, ItemText> items = new ConcurrentHashMap<>();

  /** What an item asks for. */
  private record Asked(String selection, String field, List<String> modifiers, String value) {}

  /**
   * What is written of an item, whatever the event has.
   *
   * @param field the name of its field, as a JSON string
   * @param start the beginning of a JSON object, up to the comma before {@code actual}
   */
  record ItemText(String field, String start) {}

  /** Writes to a generator. */
  private interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  /** The rule as a JSON object. */
  String of(SigmaRule rule) {
    return rules.computeIfAbsent(
        rule.ref(),
        ref -> written(json -> RuleJson.write(json, ref, rule.title(), rule.level(), rule.tags())));
  }

  /** What an item asks for. */
  ItemText of(MatchedItem item) {
    return items.computeIfAbsent(
        new Asked(item.selection(), item.field(), item.modifiers(), item.value()),
        RuleTexts::written);
  }

  private static ItemText written(Asked asked) {
    String field = asked.field().isEmpty() ? ANY_FIELD : asked.field();
    String object = written(json -> write(asked, json));
    return new ItemText(
        written(json -> json.writeString(field)), object.substring(0, object.length() - 1));
  }

  private static void write(Asked asked, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("selection", asked.selection());
    json.writeStringField("field", asked.field());
    RuleJson.texts(json, "modifiers", asked.modifiers());
    json.writeStringField("value", asked.value());
    json.writeEndObject();
  }

  private static String written(Content content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      content.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return text.toString();
  }
}
