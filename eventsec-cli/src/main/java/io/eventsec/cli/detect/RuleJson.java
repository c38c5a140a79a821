package io.eventsec.cli.detect;

import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Severity;
import java.io.IOException;
import java.util.List;

/** Writes a rule: {@code {"id", "version", "title", "level", "tags"}}. */
final class RuleJson {
  private RuleJson() {}

  static void write(
      JsonGenerator json, RuleRef rule, String title, Severity level, List<String> tags)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    json.writeStringField("version", rule.version());
    json.writeStringField("title", title);
    json.writeStringField("level", level.sigmaName());
    texts(json, "tags", tags);
    json.writeEndObject();
  }

  /** A member that is an array of texts. */
  static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
