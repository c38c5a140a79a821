package io.eventsec.cli.detect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.detect.Match;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A match as one line of JSON. */
final class MatchJson {
  private static final JsonFactory JSON = new JsonFactory();

  private MatchJson() {}

  static String of(Match match) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      Alert alert = match.toAlert();
      json.writeStartObject();
      json.writeStringField("alert", alert.id().toString());
      json.writeStringField("rule", alert.rule().id());
      json.writeStringField("version", alert.rule().version());
      json.writeStringField("title", alert.title());
      json.writeStringField("level", alert.severity().sigmaName());
      json.writeStringField("event", match.event().id().toString());
      json.writeStringField("time", match.event().time().toString());
      json.writeStringField("source", match.event().source());
      json.writeArrayFieldStart("matched");
      for (MatchedItem item : match.items()) {
        write(json, item);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, MatchedItem item) throws IOException {
    json.writeStartObject();
    json.writeStringField("selection", item.selection());
    json.writeStringField("field", item.field());
    json.writeArrayFieldStart("modifiers");
    for (String modifier : item.modifiers()) {
      json.writeString(modifier);
    }
    json.writeEndArray();
    json.writeStringField("value", item.value());
    json.writeStringField("actual", item.actual());
    json.writeEndObject();
  }
}
