package io.eventsec.search.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventsec.core.event.EventId;
import io.eventsec.search.EventHit;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Stored documents as hits. */
final class Hits {
  private static final Set<String> APART =
      Set.of(
          "@timestamp",
          "event.id",
          "event.original",
          "eventsec.tenant",
          "eventsec.source",
          "eventsec.native");

  private Hits() {}

  /** The event of a hit. */
  static EventHit event(JsonNode hit) {
    JsonNode source = hit.path("_source");
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Map.Entry<String, Object> field : Flat.fields(source).entrySet()) {
      if (isEcs(field.getKey())) {
        fields.put(field.getKey(), field.getValue());
      }
    }
    addNative(fields, source.path(Envelope.NATIVE));
    Object dataset = fields.getOrDefault("event.dataset", "");
    return new EventHit(
        new EventId(hit.path("_id").asText()),
        Instant.parse(source.path("@timestamp").asText()),
        source.path("eventsec").path("source").asText(),
        dataset.toString(),
        Summary.of(fields),
        fields,
        original(source));
  }

  /** Where the page behind that hit begins. */
  static Cursor cursor(JsonNode hit) {
    return new Cursor(hit.path("sort").path(0).asLong(), new EventId(hit.path("_id").asText()));
  }

  private static boolean isEcs(String name) {
    return !APART.contains(name)
        && !name.startsWith(Envelope.NATIVE + '.')
        && !name.startsWith(EventDocument.UNSEARCHED + '.');
  }

  private static void addNative(Map<String, Object> fields, JsonNode own) {
    Flat.fields(own)
        .forEach(
            (name, value) -> {
              boolean taken = fields.containsKey(name);
              fields.put(taken ? Envelope.NATIVE + '.' + name : name, value);
            });
  }

  private static String original(JsonNode source) {
    JsonNode whole = source.path(EventDocument.UNSEARCHED).path(EventDocument.WHOLE_ORIGINAL);
    return whole.isTextual() ? whole.asText() : source.path("event").path("original").asText("");
  }
}
