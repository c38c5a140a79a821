package io.eventsec.cli.send;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a server answered to a batch.
 *
 * @param status of HTTP
 * @param fields the scalar fields of the JSON object in the body, as text; empty if it is none
 * @param retryAfter what it asks to wait
 */
record Answer(int status, Map<String, String> fields, Optional<Duration> retryAfter) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int ACCEPTED = 202;

  Answer {
    fields = Map.copyOf(fields);
  }

  static Answer of(HttpResponse<byte[]> response) {
    Optional<Duration> retryAfter =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(value -> value.matches("\\d{1,6}"))
            .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    return new Answer(response.statusCode(), scalars(response.body()), retryAfter);
  }

  /** True if the same batch may be taken later. */
  boolean isPassing() {
    return status == 408 || status == 429 || status >= 500;
  }

  /** Empty unless the batch was taken by a server of ours. */
  Optional<Receipt> receipt() {
    String events = fields.getOrDefault("events", "");
    if (status != ACCEPTED || !fields.containsKey("receipt") || !events.matches("\\d{1,9}")) {
      return Optional.empty();
    }
    boolean duplicate = Boolean.parseBoolean(fields.get("duplicate"));
    return Optional.of(new Receipt(Integer.parseInt(events), duplicate));
  }

  /** What it says for people: status, title and detail. */
  String words() {
    String title = fields.getOrDefault("title", "");
    String detail = fields.getOrDefault("detail", "");
    String said = title + (title.isEmpty() || detail.isEmpty() ? "" : ": ") + detail;
    return said.isEmpty() ? "status " + status : "status " + status + ", " + said;
  }

  private static Map<String, String> scalars(byte[] body) {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return fields;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value.isScalarValue()) {
          fields.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
    } catch (IOException e) {
      return Map.of(); // some other server's page: the status has to do
    }
    return fields;
  }
}
