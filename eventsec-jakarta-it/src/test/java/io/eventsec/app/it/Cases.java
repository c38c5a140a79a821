package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.rules.SampleCapture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Alerts and incidents for the tests of what people do with them. */
final class Cases {
  private Cases() {}

  /** The ids of at least three alerts that nobody has touched. */
  static List<String> alerts(Client admin) {
    String source = "i" + UUID.randomUUID().toString().substring(0, 8);
    for (var stream : SampleCapture.endingAt(Instant.now())) {
      Client.Answer answer =
          Client.sensor().post("/api/v1/ingest/" + source, String.join("\n", stream.lines()));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    }
    return Await.until(
        () ->
            admin
                .get("/api/v1/alerts?limit=200&q=" + source)
                .json()
                .get("items")
                .findValuesAsText("id"),
        ids -> ids.size() >= 3);
  }

  /** Creates an incident of one alert. */
  static Client.Answer create(Client client, String title, String alert) {
    return client.post(
        "/api/v1/incidents",
        "{\"title\":\"" + title + "\",\"severity\":\"high\",\"alerts\":[\"" + alert + "\"]}");
  }

  /** Sends a change upon that revision. */
  static Client.Answer patch(Client client, String path, int revision, String body) {
    return etag(client, revision).send("PATCH", path, bytes(body));
  }

  /** The client, saying that it saw that revision. */
  static Client etag(Client client, int revision) {
    return client.with("If-Match", "\"" + revision + '"');
  }

  /** The id of the user who calls. */
  static String me(Client client) {
    return client.get("/api/v1/session").json().at("/user/id").asText();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
