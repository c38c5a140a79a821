package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A collection is polled page by page, from where it was read to before. */
class TaxiiIT {
  private static final String LIST = "/api/v1/indicators?limit=200&feed=" + TaxiiStub.FEED;
  private static final String POLLS = "eventsec_taxii_polls_total{feed=\"it-taxii\",outcome=\"";

  private final Client admin = Client.administrator();
  private final String name = "t" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @AfterEach
  void back() throws IOException {
    ItServers.taxii().away(false);
  }

  @Test
  void collection_isReadOn_andWhatFailsKeepsWhatWasKnown() throws IOException, SQLException {
    TaxiiStub server = ItServers.taxii();
    for (int n = 0; n < 3; n++) {
      server.add(indicator(n, "2026-01-01T00:00:00.000Z", ""));
    }
    poll();
    Await.until(this::inForce, found -> found.size() == 3);
    JsonNode first = inForce().get(0);
    assertThat(first.path("externalId").asText()).startsWith("indicator--");
    assertThat(first.path("name").asText()).isEqualTo("Loader " + name);
    assertThat(Metrics.scrape().value(POLLS + "succeeded\"}")).isPositive();

    server.add(indicator(1, "2026-01-02T00:00:00.000Z", ",\"revoked\":true"));
    poll();
    Await.until(this::inForce, found -> found.size() == 2);
    List<String> queries = server.queries();
    assertThat(queries.get(queries.size() - 1)).contains("added_after=");

    server.away(true);
    double failed = Metrics.scrape().values().getOrDefault(POLLS + "failed\"}", 0.0);
    poll();
    Await.until(
        () -> Metrics.scrape().values().getOrDefault(POLLS + "failed\"}", 0.0),
        now -> now > failed);
    assertThat(inForce()).hasSize(2);
    server.away(false);
    server.add(indicator(7, "2026-01-03T00:00:00.000Z", ""));
    poll();
    Await.until(this::inForce, found -> found.size() == 3);
    String log = Files.readString(ItServers.logs().resolve("messages.log"));
    assertThat(log).contains("EVS2401").contains("EVS2402").doesNotContain(TaxiiStub.PASSWORD);
  }

  private void poll() throws SQLException {
    ItDatabase.execute("update taxii_collections set due_at = now()");
    assertThat(admin.post("/api/v1/timers/taxii/run", "").status()).isEqualTo(202);
  }

  private JsonNode inForce() {
    return admin.get(LIST + "&inForce=true&q=" + name).json().path("items");
  }

  private String indicator(int number, String modified, String more) {
    UUID id = UUID.nameUUIDFromBytes((name + number).getBytes(StandardCharsets.UTF_8));
    return "{\"type\":\"indicator\",\"spec_version\":\"2.1\",\"id\":\"indicator--"
        + id
        + "\",\"created\":\"2026-01-01T00:00:00.000Z\",\"modified\":\""
        + modified
        + "\",\"name\":\"Loader "
        + name
        + "\",\"pattern\":\"[domain-name:value = 'n"
        + number
        + '.'
        + name
        + ".example']\",\"pattern_type\":\"stix\",\"valid_from\":\"2026-01-01T00:00:00Z\""
        + more
        + '}';
  }
}
