package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts count against those that they are about, and a correlation over that is an alert. */
class RiskIT {
  private static final String RULE = "3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f22";
  private static final String OVER_RISK = "3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f24";
  private static final Instant FROM = Instant.now().minusSeconds(60);
  private static final String ENTITY = "/api/v1/risk/entity?kind=address&name=192.0.2.99";

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void alerts_areHeldAgainstAnAddress_andBecomeAnAlertWhenTheyAreMuch() {
    Client admin = Client.administrator();
    send();

    JsonNode entity =
        Await.until(() -> admin.get(ENTITY).json(), found -> found.path("alerts").asInt() == 2);

    assertThat(entity.path("kind").asText()).isEqualTo("address");
    assertThat(entity.path("score").asDouble()).isCloseTo(120, within(0.5));
    assertThat(entity.path("halfLifeSeconds").asLong()).isEqualTo(7 * 86_400);
    JsonNode contribution = entity.path("contributions").get(0);
    assertThat(contribution.path("ruleId").asText()).isEqualTo(RULE);
    assertThat(contribution.path("title").asText()).isEqualTo("Question for a risky name");
    assertThat(contribution.path("points").asInt()).isEqualTo(60);
    assertThat(contribution.path("left").asDouble()).isCloseTo(60, within(0.5));
    String alertId = contribution.path("alertId").asText();
    assertThat(entity.path("lastAlertId").asText()).isEqualTo(alertId);
    assertThat(admin.get("/api/v1/alerts/" + alertId).json().path("ruleId").asText())
        .isEqualTo(RULE);

    JsonNode alert =
        Await.until(() -> alertsOf(admin, OVER_RISK), found -> !found.isEmpty()).get(0);
    JsonNode detail = admin.get("/api/v1/alerts/" + alert.path("id").asText()).json();
    assertThat(detail.path("evidence")).hasSize(2);
    assertThat(detail.path("evidence").get(0).path("original").asText()).contains("risky.example");
    assertThat(detail.path("matchedItems").toString()).contains("value_sum", "192.0.2.99", "120");
    assertThat(admin.get(ENTITY).json().path("alerts").asInt())
        .as("what is over alerts counts nothing itself")
        .isEqualTo(2);
  }

  @Test
  void entities_areListedByWhatIsLeft() {
    Client admin = Client.administrator();
    send();
    Await.until(() -> admin.get(ENTITY).status(), status -> status == 200);

    JsonNode page = admin.get("/api/v1/risk/entities?kind=address&minimum=50&limit=200").json();

    List<JsonNode> items = StreamSupport.stream(page.path("items").spliterator(), false).toList();
    assertThat(items).extracting(item -> item.path("name").asText()).contains("192.0.2.99");
    assertThat(items)
        .allSatisfy(
            item -> {
              assertThat(item.path("kind").asText()).isEqualTo("address");
              assertThat(item.path("score").asDouble()).isGreaterThanOrEqualTo(49.99);
            });
    assertThat(items).extracting(item -> -item.path("score").asDouble()).isSorted();
    JsonNode first = admin.get("/api/v1/risk/entities?limit=1").json();
    String cursor = first.path("nextCursor").asText();
    assertThat(admin.get("/api/v1/risk/entities?limit=1&cursor=" + cursor).status()).isEqualTo(200);
  }

  @Test
  void whatIsOdd_isRefused() {
    Client admin = Client.administrator();
    for (String query : List.of("kind=odd", "minimum=-1", "minimum=1e3", "cursor=odd")) {
      assertThat(admin.get("/api/v1/risk/entities?" + query).status()).as(query).isEqualTo(422);
    }
    for (String query : List.of("kind=odd&name=x", "kind=host", "kind=host&name=...", "name=x")) {
      assertThat(admin.get("/api/v1/risk/entity?" + query).status()).as(query).isEqualTo(422);
    }
    for (String query : List.of("kind=host&name=nobody", "kind=user&name=nfs%2Fa%5Cb%0A%00")) {
      assertThat(admin.get("/api/v1/risk/entity?" + query).status()).as(query).isEqualTo(404);
    }
  }

  private static List<JsonNode> alertsOf(Client admin, String rule) {
    JsonNode items = admin.get("/api/v1/alerts?rule=" + rule).json().get("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  /** Two questions for the name; the same again counts once. */
  private static void send() {
    List<String> lines =
        IntStream.range(0, 2)
            .mapToObj(
                i ->
                    "{\"timestamp\":\""
                        + FROM.plusSeconds(i)
                        + "\",\"event_type\":\"dns\",\"src_ip\":\"192.0.2.99\",\"dest_ip\":\"192.0.2.53\","
                        + "\"proto\":\"UDP\",\"dns\":{\"type\":\"query\",\"rrname\":\"risky.example\"}}")
            .toList();
    Client.Answer answer =
        Client.sensor()
            .with("Idempotency-Key", "risk-of-an-address")
            .post("/api/v1/ingest/it-risky", String.join("\n", lines));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
  }
}
