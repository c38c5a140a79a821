package io.eventsec.cli.detect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.correlate.EventRef;
import io.eventsec.core.correlate.Firing;
import io.eventsec.core.sigma.SigmaCorrelation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.LongFunction;

/**
 * A firing of a correlation as one line of JSON:
 *
 * <pre>
 * {"rule": {"id", "version", "title", "level", "tags"}, "event": {"id", "file", "line"},
 *  "alert": id, "matched": {field of group-by: value}, "correlation": {"type", "measured",
 *  "number", "first": id, "events": [{"id", "time", "file", "line"}]}}
 * </pre>
 */
final class FiringJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final LongFunction<Place> places;

  /**
   * Makes one.
   *
   * @param places says where the record is that a locator stands for
   */
  FiringJson(LongFunction<Place> places) {
    this.places = places;
  }

  String of(Firing firing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      SigmaCorrelation rule = firing.rule();
      json.writeStartObject();
      json.writeFieldName("rule");
      RuleJson.write(json, rule.ref(), rule.title(), rule.level(), rule.metadata().list("tags"));
      json.writeObjectFieldStart("event");
      json.writeStringField("id", firing.event().id().toString());
      places.apply(firing.event().locator()).write(json);
      json.writeEndObject();
      json.writeStringField("alert", firing.alertId().toString());
      json.writeObjectFieldStart("matched");
      for (int i = 0; i < firing.group().size(); i++) {
        json.writeStringField(rule.groupBy().get(i), firing.group().get(i));
      }
      json.writeEndObject();
      correlation(json, firing);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return text.toString();
  }

  private void correlation(JsonGenerator json, Firing firing) throws IOException {
    json.writeObjectFieldStart("correlation");
    json.writeStringField("type", firing.rule().type().sigmaName());
    json.writeFieldName("measured");
    number(json, firing.measured());
    json.writeNumberField("number", firing.number());
    json.writeStringField("first", firing.first().id().toString());
    json.writeArrayFieldStart("events");
    for (EventRef event : firing.samples()) {
      json.writeStartObject();
      json.writeStringField("id", event.id().toString());
      json.writeStringField("time", event.time().toString());
      places.apply(event.locator()).write(json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Counts without a fraction. */
  private static void number(JsonGenerator json, double number) throws IOException {
    if (number == (long) number) {
      json.writeNumber((long) number);
    } else {
      json.writeNumber(number);
    }
  }
}
