package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows of a vulnerability that becomes exploited on a host. */
class FindingNewsIT {
  private static final String EXPLOITED_RULE = "5b0f1c1e-7d0a-4a53-9d3c-2f8c5a1f6e01";

  private final ItFindings given = ItFindings.ofCves();

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @AfterEach
  void forget() throws IOException {
    given.forget();
  }

  @Test
  void vulnerabilityThatBecomesExploited_isOneAlertAboutTheHost() throws IOException {
    Client admin = Client.administrator();
    given.publish(2);
    String asset = given.install(admin, 2);
    given.exploit(0);

    JsonNode alert = Await.until(() -> alerts(admin), found -> !found.isEmpty()).get(0);
    JsonNode detail = admin.get("/api/v1/alerts/" + alert.get("id").asText()).json();
    assertThat(detail.get("severity").asText()).isEqualTo("critical");
    assertThat(detail.toString()).contains(given.host(), given.id(0), given.name(0), asset);
    JsonNode risk =
        Await.until(
            () -> admin.get("/api/v1/risk/entity?kind=host&name=" + given.host()).json(),
            entity -> entity.path("alerts").asInt() == 1);
    assertThat(risk.path("contributions").get(0).path("ruleId").asText()).isEqualTo(EXPLOITED_RULE);

    assertThat(admin.post("/api/v1/timers/vulnerabilities/run", "").status()).isEqualTo(202);
    assertThat(admin.post("/api/v1/timers/finding-news/run", "").status()).isEqualTo(202);
    assertThat(alerts(admin)).hasSize(1);
  }

  @Test
  void nobodyCanSendOne() throws IOException {
    Client admin = Client.administrator();
    String record =
        "{\"@timestamp\":\"%s\",\"event.kind\":\"event\",\"event.module\":\"eventsec\",\"event.dataset\":\"eventsec.finding\",\"host.name\":\"%s\",\"eventsec.finding.label\":\"exploited\",\"eventsec.finding.occasion\":\"new\"}"
            .formatted(Instant.now(), given.host());
    for (String source : List.of("eventsec:findings", "eventsec%3Afindings")) {
      assertThat(Client.sensor().post("/api/v1/ingest/" + source, record).status()).isEqualTo(404);
    }
    String source = "it-" + given.mark();
    assertThat(Client.sensor().post("/api/v1/ingest/" + source, record).status()).isEqualTo(202);
    Await.until(
        () -> admin.get("/api/v1/events?q=" + given.host()).json().path("items"),
        found -> !found.isEmpty());
    assertThat(alerts(admin)).isEmpty();
  }

  private List<JsonNode> alerts(Client admin) {
    JsonNode items =
        admin.get("/api/v1/alerts?rule=" + EXPLOITED_RULE + "&limit=200").json().get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(alert -> alert.toString().contains(given.host()))
        .toList();
  }
}
