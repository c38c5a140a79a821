package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventsec.rules.SampleCapture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From sensor to analyst, and what happens when a server is away. */
class PathIT {
  private static final String EVENT =
      "{\"timestamp\":\"2026-11-24T10:00:00.000000+0000\",\"event_type\":\"dns\","
          + "\"src_ip\":\"10.0.0.1\",\"dest_ip\":\"10.0.0.2\",\"proto\":\"UDP\"}\n";

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void capture_becomesAlertsAndEvents() throws IOException, InterruptedException {
    Client admin = Client.administrator();
    try (EventStream stream = new EventStream(admin)) {
      assertThat(stream.status()).isEqualTo(200);
      Await.until(stream::text, text -> text.contains("event: ping"));
      int lines = sendCapture();
      caughtUp(admin);
      JsonNode alerts = admin.get("/api/v1/alerts?limit=200").json().get("items");
      assertThat(alerts.findValuesAsText("ruleId").stream().distinct().count())
          .as("rules that fired")
          .isGreaterThanOrEqualTo(7);
      String id = alerts.get(0).get("id").asText();
      Await.until(stream::text, text -> text.contains("event: alert") && text.contains(id));
      looksLikeAnAlert(admin, id);
      changesStatus(admin, id);
      Await.until(
          stream::text, text -> text.contains("event: status") && text.contains("acknowledged"));
      assertThat(lines).isGreaterThan(100);
      signOutEndsTheStream(admin, stream);
    }
  }

  @Test
  void sentEvent_isFoundBySearch() {
    Client admin = Client.administrator();
    String host = "h" + UUID.randomUUID().toString().substring(0, 8) + ".example.com";
    String event = EVENT.replace("\"proto\"", "\"dns\":{\"rrname\":\"" + host + "\"},\"proto\"");
    assertThat(Client.sensor().post("/api/v1/ingest/search-it", event).status()).isEqualTo(202);
    String query =
        "/api/v1/events?from=2026-11-24T00:00:00Z&to=2026-11-25T00:00:00Z&filter=dns.question.name:"
            + host;
    JsonNode found =
        Await.until(() -> admin.get(query).json(), answer -> answer.path("total").asInt() == 1);
    String id = found.at("/items/0/id").asText();
    assertThat(admin.get("/api/v1/events/" + id).json().get("original").asText())
        .isEqualTo(event.strip());
  }

  @Test
  void sameKey_isSameBatch() {
    Client sensor = Client.sensor().with("Idempotency-Key", "it-" + UUID.randomUUID());
    JsonNode first = sensor.post("/api/v1/ingest/idem", EVENT + EVENT).json();
    JsonNode again = sensor.post("/api/v1/ingest/idem", EVENT + EVENT).json();
    assertThat(first.get("events").asInt()).isEqualTo(2);
    assertThat(first.get("duplicate").asBoolean()).isFalse();
    assertThat(again.get("duplicate").asBoolean()).isTrue();
    assertThat(again.get("receipt")).isEqualTo(first.get("receipt"));
    assertThat(sensor.post("/api/v1/ingest/idem", EVENT).status()).isEqualTo(422);
  }

  @Test
  void unreadableLine_isADeadLetterAndItsNeighbourIsNot() {
    Client admin = Client.administrator();
    String source = "junk-" + UUID.randomUUID().toString().substring(0, 8);
    JsonNode receipt =
        Client.sensor().post("/api/v1/ingest/" + source, "no json\n\n" + EVENT).json();
    assertThat(receipt.get("events").asInt()).isEqualTo(2);
    Client.Answer letters =
        Await.until(
            () -> admin.get("/api/v1/dead-letters?limit=200"),
            answer -> answer.text().contains(source));
    assertThat(letters.text()).contains("format.unknown");
    assertThat(admin.get("/api/v1/dead-letters/groups").text()).contains(source);
  }

  @Test
  void bodiesBeyondTheBounds_areRefused() throws IOException {
    Client sensor = Client.sensor();
    assertThat(sensor.post("/api/v1/ingest/x", "x".repeat((1 << 20) + 1)).status()).isEqualTo(413);
    assertThat(sensor.post("/api/v1/ingest/x", "{}\n".repeat(5001)).status()).isEqualTo(413);
    Client gzip = sensor.with("Content-Encoding", "gzip");
    assertThat(gzip.send("POST", "/api/v1/ingest/x", gzip(new byte[50_000_000])).status())
        .isEqualTo(413);
    assertThat(gzip.post("/api/v1/ingest/x", EVENT).status()).isEqualTo(400);
    assertThat(
            gzip.send("POST", "/api/v1/ingest/x", gzip(EVENT.getBytes(StandardCharsets.UTF_8)))
                .status())
        .isEqualTo(202);
    assertThat(sensor.post("/api/v1/ingest/x", " \n").status()).isEqualTo(400);
    assertThat(sensor.post("/api/v1/ingest/X", EVENT).status()).isEqualTo(404);
    assertThat(sensor.post("/api/v1/ingest/x?format=odd", EVENT).status()).isEqualTo(400);
    assertThat(
            sensor
                .with("Idempotency-Key", "k".repeat(201))
                .post("/api/v1/ingest/x", EVENT)
                .status())
        .isEqualTo(422);
  }

  @Test
  void searchAway_eventsAreStillTakenAndFoundLater() {
    Client admin = Client.administrator();
    ItServers.openSearch().stop();
    try {
      Client.Answer down =
          Await.until(
              () -> Client.anonymous().get("/health/ready"), answer -> answer.status() == 503);
      assertThat(down.text()).contains("opensearch").contains("does not answer");
      assertThat(Client.sensor().post("/api/v1/ingest/away", EVENT).status()).isEqualTo(202);
      assertThat(admin.get("/api/v1/events").status()).isEqualTo(503);
      JsonNode overview = admin.get("/api/v1/overview").json();
      assertThat(overview.get("events").isNull()).isTrue();
      assertThat(overview.at("/search/available").asBoolean()).isFalse();
      assertThat(admin.get("/api/v1/alerts").status()).isEqualTo(200);
    } finally {
      ItServers.openSearch().start();
    }
    Await.ready();
    caughtUp(admin);
  }

  @Test
  void databaseAway_nothingIsAcknowledgedAndAllRecovers() {
    Client admin = Client.administrator();
    String key = "it-" + UUID.randomUUID();
    Client sensor = Client.sensor().with("Idempotency-Key", key);
    ItServers.postgres().stop();
    try {
      // The first look after the stop may meet a connection that broke; a new one is refused.
      Client.Answer down =
          Await.until(
              () -> Client.anonymous().get("/readyz"),
              answer -> answer.status() == 503 && answer.text().contains("refused"));
      assertThat(down.text()).contains("\"database\"");
      Client.Answer refused = sensor.post("/api/v1/ingest/away", EVENT);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isPresent();
      assertThat(admin.get("/api/v1/alerts").status()).isEqualTo(503);
      assertThat(Client.anonymous().get("/health/live").status()).isEqualTo(200);
      assertThat(Client.anonymous().get("/healthz").status()).isEqualTo(200);
    } finally {
      ItServers.postgres().start();
    }
    Await.ready();
    assertThat(admin.get("/api/v1/session").status())
        .as("the session is still there")
        .isEqualTo(200);
    JsonNode receipt = sensor.post("/api/v1/ingest/away", EVENT).json();
    assertThat(receipt.get("duplicate").asBoolean()).isFalse();
    caughtUp(admin);
  }

  @Test
  void console_isServed() {
    Client client = Client.anonymous();
    Client.Answer page = client.get("/alerts/whatever");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Cache-Control")).hasValue("no-cache");
    assertThat(page.text()).contains("<div id=\"root\">");
    String script = page.text().replaceAll("(?s).*src=\"(/assets/[^\"]+)\".*", "$1");
    Client.Answer asset = client.get(script);
    assertThat(asset.status()).as(script).isEqualTo(200);
    assertThat(asset.header("Cache-Control").orElse("")).contains("immutable");
    assertThat(client.get("/WEB-INF/beans.xml").status()).isEqualTo(404);
    assertThat(client.get("/none.js").status()).isEqualTo(404);
  }

  private static int sendCapture() {
    int lines = 0;
    for (var stream : SampleCapture.endingAt(Instant.now())) {
      String body = String.join("\n", stream.lines());
      Client.Answer answer = Client.sensor().post("/api/v1/ingest/" + stream.name(), body);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
      lines += answer.json().get("events").asInt();
    }
    return lines;
  }

  private static void looksLikeAnAlert(Client admin, String id) {
    Client.Answer answer = admin.get("/api/v1/alerts/" + id);
    assertThat(answer.header("ETag")).hasValue("\"1\"");
    JsonNode alert = answer.json();
    assertThat(alert.get("matchedItems")).isNotEmpty();
    assertThat(alert.at("/evidence/0/original").asText()).startsWith("{");
    assertThat(alert.at("/evidence/0/fields")).isNotEmpty();
    assertThat(alert.at("/rule/sourceYaml").asText()).contains("detection:");
    assertThat(
            admin.get("/api/v1/rules/" + alert.get("ruleId").asText()).json().get("alerts").asInt())
        .isPositive();
  }

  private static void changesStatus(Client admin, String id) {
    byte[] body =
        "{\"status\":\"acknowledged\",\"comment\":\"mine\"}".getBytes(StandardCharsets.UTF_8);
    String path = "/api/v1/alerts/" + id;
    Client.Answer changed = admin.with("If-Match", "\"1\"").send("PATCH", path, body);
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.header("ETag")).hasValue("\"2\"");
    assertThat(changed.json().at("/history/0/comment").asText()).isEqualTo("mine");
    assertThat(admin.with("If-Match", "\"1\"").send("PATCH", path, body).status()).isEqualTo(412);
  }

  private static void signOutEndsTheStream(Client admin, EventStream stream) {
    assertThat(admin.send("DELETE", "/api/v1/session", new byte[0]).status()).isEqualTo(204);
    Await.until(stream::ended, ended -> ended);
  }

  /** The readers have read all there is, and what was accepted is accounted for. */
  private static void caughtUp(Client admin) {
    JsonNode counters =
        Await.until(
            () -> admin.get("/api/v1/system/status").json().get("counters"),
            figures ->
                figures != null
                    && figures.get("detectLagBatches").asInt() == 0
                    && figures.get("indexLagBatches").asInt() == 0
                    && figures.get("outboxPending").asInt() == 0);
    assertThat(counters.get("accepted").asLong()).isPositive();
    assertThat(counters.get("indexed").asLong()).isEqualTo(counters.get("accepted").asLong());
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
