package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A correlation over events that come by HTTP becomes an alert, which tells how it goes on. */
class EventCorrelationIT {
  private static final String RULE = "3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f10";

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void manyQuestions_areOneAlertThatGoesOn() {
    Client admin = Client.administrator();
    Instant time = Instant.now().minusSeconds(60);

    // In the wrong order: the answer must not depend on it.
    send(time.plusSeconds(4), 2);
    send(time, 3);

    List<JsonNode> alerts = Await.until(() -> alerts(admin), found -> reached(found, 3));
    assertThat(alerts).hasSize(1);
    JsonNode alert = admin.get("/api/v1/alerts/" + alerts.get(0).path("id").asText()).json();
    assertThat(alert.path("title").asText()).isEqualTo("Many questions for one name");
    assertThat(alert.path("evidence")).hasSize(3);
    assertThat(alert.path("matchedItems").toString())
        .contains("group-by", "192.0.2.77", "event_count", "gte 3 within PT1M");
    assertThat(Instant.parse(alert.path("lastEventTime").asText()))
        .isAfter(Instant.parse(alert.path("eventTime").asText()));
    assertThat(alert.path("rule").path("sourceYaml").asText()).contains("type: event_count");
    JsonNode done = admin.get("/api/v1/rules/" + RULE + "/correlation").json();
    assertThat(done.path("versions").get(0).path("firings").asLong()).isEqualTo(3);
    assertThat(done.path("versions").get(0).path("events").asLong()).isEqualTo(5);
    assertThat(admin.get("/api/v1/rules/" + RULE).json().path("correlation").asText())
        .isEqualTo("event_count");

    // An hour too late: told, not forgotten.
    send(time.minusSeconds(3_600), 1);

    JsonNode untimely =
        Await.until(
            () -> admin.get("/api/v1/rules/" + RULE + "/correlation").json().path("untimely"),
            found -> !found.isEmpty());
    assertThat(untimely.get(0).path("reason").asText()).isEqualTo("late");
    assertThat(untimely.get(0).path("source").asText()).isEqualTo("it-correlated");
  }

  @Test
  void ruleThatIsNoCorrelation_hasNothingToTell() {
    Client admin = Client.administrator();
    String other = "3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f11";

    assertThat(admin.get("/api/v1/rules/" + other).status()).isEqualTo(200);
    assertThat(admin.get("/api/v1/rules/" + other + "/correlation").status()).isEqualTo(404);
    assertThat(admin.get("/api/v1/rules/nobody/correlation").status()).isEqualTo(404);
  }

  private static boolean reached(List<JsonNode> alerts, int firings) {
    return alerts.stream().anyMatch(alert -> alert.path("firings").asInt() == firings);
  }

  private static List<JsonNode> alerts(Client admin) {
    JsonNode items = admin.get("/api/v1/alerts?limit=200").json().get("items");
    List<JsonNode> found = new ArrayList<>();
    StreamSupport.stream(items.spliterator(), false)
        .filter(alert -> alert.path("ruleId").asText().equals(RULE))
        .forEach(found::add);
    return found;
  }

  /** Questions, one a second. */
  private static void send(Instant from, int count) {
    List<String> lines =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    "{\"timestamp\":\""
                        + from.plusSeconds(i)
                        + "\",\"event_type\":\"dns\",\"src_ip\":\"192.0.2.77\",\"dest_ip\":\"192.0.2.53\","
                        + "\"proto\":\"UDP\",\"dns\":{\"type\":\"query\",\"rrname\":\"asked-often.example\"}}")
            .toList();
    Client.Answer answer =
        Client.sensor().post("/api/v1/ingest/it-correlated", String.join("\n", lines));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
  }
}
