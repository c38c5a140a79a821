package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sends, and what does not: the servers of these tests expect three sources. */
class SourcesIT {
  private static final String SILENCE = "eventsec_expected_source_silence_seconds{expected=\"";

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void sourceThatSends_isListedWithItsAgeAndCounts() {
    String name = "src-" + UUID.randomUUID().toString().substring(0, 8);
    Instant before = Instant.now();
    ship(name, "{}\n{}\n");
    ship(name, "{\"a\":1}\n");
    JsonNode source = source(name);
    assertThat(source.get("kind").asText()).isEqualTo("source");
    assertThat(source.get("state").asText()).isEqualTo("used");
    assertThat(source.at("/traffic/batches").asLong()).isEqualTo(2);
    assertThat(source.at("/traffic/records").asLong()).isEqualTo(3);
    assertThat(Instant.parse(source.at("/traffic/firstReceivedAt").asText()))
        .isAfterOrEqualTo(before.minusMillis(1))
        .isBefore(Instant.parse(source.get("lastUsedAt").asText()));
    assertThat(source.get("silentForSeconds").asLong()).isBetween(0L, 60L);
    assertThat(source.hasNonNull("allowedSilenceSeconds")).isFalse();
    assertThat(Metrics.scrape().values().keySet())
        .as("names that senders make up make no series")
        .noneMatch(series -> series.contains(name));
  }

  @Test
  void expectedSources_thatAreSilent_areNamed_andTheNodeStaysReady() throws SQLException {
    ship("it-lively", "{}\n");
    ship("it-silent", "{}\n");
    ItDatabase.execute(
        "update sources set first_received_at = now() - interval '3 h',"
            + " last_received_at = now() - interval '2 h' where name = 'it-silent'");
    JsonNode component =
        Await.until(
            SourcesIT::component,
            state -> state.get("reason").asText().contains("it-silent has sent nothing since"));
    assertThat(component.get("state").asText()).isEqualTo("degraded");
    assertThat(component.get("reason").asText())
        .contains("PT1H allowed", "it-never has never sent anything")
        .doesNotContain("it-lively");
    assertThat(component.at("/details/silent").asText()).isEqualTo("2");
    assertThat(Client.anonymous().get("/health/ready").status()).isEqualTo(200);

    assertThat(source("it-lively").get("state").asText()).isEqualTo("used");
    JsonNode silent = source("it-silent");
    assertThat(silent.get("state").asText()).isEqualTo("silent");
    assertThat(silent.get("silentForSeconds").asLong()).isBetween(7200L, 7320L);
    assertThat(silent.get("allowedSilenceSeconds").asLong()).isEqualTo(3600);
    JsonNode never = source("it-never");
    assertThat(never.get("state").asText()).isEqualTo("silent");
    assertThat(never.hasNonNull("lastUsedAt")).isFalse();

    Metrics metrics = Await.until(Metrics::scrape, m -> m.value(SILENCE + "it-silent\"}") >= 7200);
    assertThat(metrics.value(SILENCE + "it-lively\"}")).isLessThan(3600);
    assertThat(Metrics.scraper().get(Metrics.PATH).text()).contains(SILENCE + "it-never\"} +Inf");
    assertThat(metrics.value("eventsec_sources")).isGreaterThanOrEqualTo(2);
    ship("it-silent", "{}\n{}\n");
    Await.until(SourcesIT::component, state -> !state.get("reason").asText().contains("it-silent"));
  }

  private static void ship(String source, String batch) {
    assertThat(Client.sensor().post("/api/v1/ingest/" + source, batch).status()).isEqualTo(202);
  }

  private static JsonNode source(String name) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode source : Client.administrator().get("/api/v1/sources").json().get("items")) {
      if (source.get("id").asText().equals(name)) {
        found.add(source);
      }
    }
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  private static JsonNode component() {
    for (JsonNode component : Client.anonymous().get("/readyz").json().get("components")) {
      if (component.get("name").asText().equals("sources")) {
        return component;
      }
    }
    throw new AssertionError("No component of the sources");
  }
}
