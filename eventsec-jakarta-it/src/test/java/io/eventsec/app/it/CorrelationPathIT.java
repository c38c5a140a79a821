package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventsec.rules.SampleCapture;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The id of the exchange that brought a batch is found on the alerts it raised. */
class CorrelationPathIT {
  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void alert_tellsTheExchangeThatBroughtItsEvent() {
    Client admin = Client.administrator();
    String exchange = "it-" + UUID.randomUUID();
    String source = "c" + UUID.randomUUID().toString().substring(0, 8);
    for (var stream : SampleCapture.endingAt(Instant.now())) {
      Client.Answer answer =
          Client.sensor()
              .with("X-Correlation-Id", exchange)
              .post("/api/v1/ingest/" + source, String.join("\n", stream.lines()));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
      assertThat(answer.header("X-Correlation-Id")).hasValue(exchange);
    }
    List<JsonNode> alerts = Await.until(() -> alertsOf(admin, source), found -> !found.isEmpty());
    assertThat(alerts)
        .allSatisfy(alert -> assertThat(alert.path("correlationId").asText()).isEqualTo(exchange));
    assertThat(admin.get("/openapi").text()).contains("correlationId");
  }

  private static List<JsonNode> alertsOf(Client admin, String source) {
    JsonNode items = admin.get("/api/v1/alerts?limit=200").json().get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(alert -> alert.path("source").asText().equals(source))
        .map(alert -> admin.get("/api/v1/alerts/" + alert.get("id").asText()).json())
        .toList();
  }
}
