package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is measured, whether it adds up, and who may see it. */
class MetricsIT {
  private static final String GOOD =
      "{\"timestamp\":\"2026-11-20T10:00:00.000000+0000\",\"event_type\":\"dns\","
          + "\"src_ip\":\"10.0.0.1\",\"dest_ip\":\"10.0.0.2\",\"proto\":\"UDP\"}\n";
  private static final String BAD = "no json\n";

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void equation_holdsAtRest_andAgreesWithTheStatus() {
    Client admin = Client.administrator();
    Metrics before = atRest();
    String source = "eq-" + UUID.randomUUID().toString().substring(0, 8);
    Client sensor = Client.sensor().with("Eventsec-Origin", "file-1");
    String good = GOOD.replace("\"proto\"", "\"dns\":{\"rrname\":\"" + source + "\"},\"proto\"");
    String batch = good + BAD + good + "\n" + BAD + good;
    // Twice under one key: one batch. Under another key: the same events, accepted again.
    ship(sensor.with("Idempotency-Key", "one"), source, batch, false);
    ship(sensor.with("Idempotency-Key", "one"), source, batch, true);
    ship(sensor.with("Idempotency-Key", "two"), source, batch, false);
    ship(sensor.with("Eventsec-Origin-Offset", "100"), source, good, false);
    Metrics after = atRest();

    assertThat(accepted(after) - accepted(before)).isEqualTo(5 + 5 + 1);
    for (String reader : new String[] {"detect", "index"}) {
      assertThat(after.read(reader) + after.waiting(reader)).isEqualTo(accepted(after));
      assertThat(after.read(reader) - before.read(reader)).isEqualTo(11);
    }
    assertThat(rejected(after) + events(after)).isEqualTo(after.read("detect"));
    assertThat(events(after) - events(before)).isEqualTo(7);
    assertThat(rejected(after) - rejected(before)).isEqualTo(4);
    assertThat(undecodable(after) - undecodable(before)).as("each bad line once").isEqualTo(2);
    assertThat(found(admin, source) + after.deadLetters("index") - before.deadLetters("index"))
        .as("each good line once")
        .isEqualTo(4);
    agreesWithTheStatus(admin, after);
  }

  @Test
  void batches_areCountedWithTheirBytes_andByWhatTheyAreRefusedFor() {
    Metrics before = Metrics.scrape();
    assertThat(Client.sensor().post("/api/v1/ingest/counted", GOOD).status()).isEqualTo(202);
    assertThat(Client.sensor().post("/api/v1/ingest/counted", "{}\n".repeat(5001)).status())
        .isEqualTo(413);
    assertThat(
            Client.anonymous()
                .with("Content-Type", "application/x-ndjson")
                .post("/api/v1/ingest/counted", GOOD)
                .status())
        .isEqualTo(401);
    Metrics after = Metrics.scrape();
    for (String outcome : new String[] {"accepted", "too-large", "unauthenticated"}) {
      String series = "eventsec_ingest_requests_total{outcome=\"" + outcome + "\"}";
      assertThat(after.counted(series) - before.counted(series)).as(outcome).isEqualTo(1);
    }
    String bytes = "eventsec_ingest_received_bytes_total";
    assertThat(after.counted(bytes) - before.counted(bytes)).isEqualTo(GOOD.length() + 3 * 5001);
  }

  @Test
  void requests_areCountedByRoute_andNoPathMakesASeries() {
    Client admin = Client.administrator();
    admin.get("/api/v1/alerts/" + "0".repeat(32));
    String route =
        "eventsec_http_request_seconds_count{method=\"GET\",route=\"/api/v1/alerts/{id}\",status=\"4xx\"}";
    Client.anonymous().get("/api/v1/none");
    Client.anonymous().get("/none");
    Client.anonymous().send("SPY", "/none", new byte[0]);
    Metrics before = Metrics.scrape();
    assertThat(before.value(route)).isPositive();
    for (int i = 0; i < 10; i++) {
      String made = UUID.randomUUID().toString();
      Client.anonymous().get("/api/v1/" + made);
      Client.anonymous().get("/" + made);
      Client.anonymous().send("X" + made, "/none", new byte[0]);
      admin.get("/api/v1/alerts/" + made.replace("-", ""));
    }
    Metrics after = Metrics.scrape();
    assertThat(after.value(route) - before.value(route)).isEqualTo(10);
    String bucket = route.replace("_count{", "_bucket{").replace("}", "").replace("{id", "{id}");
    assertThat(after.value(bucket + ",le=\"30\"}")).isEqualTo(after.value(route));
    assertThat(after.value(bucket + ",le=\"+Inf\"}")).isEqualTo(after.value(route));
    assertThat(after.values()).containsKey(bucket + ",le=\"0.005\"}");
    assertThat(after.values().keySet())
        .filteredOn(s -> s.startsWith("eventsec_http_request"))
        .containsExactlyInAnyOrderElementsOf(
            before.values().keySet().stream()
                .filter(s -> s.startsWith("eventsec_http_request"))
                .toList());
  }

  @Test
  void signInsAndFollowers_areCounted() throws Exception {
    Metrics before = Metrics.scrape();
    Client json = Client.anonymous().with("Content-Type", "application/json");
    assertThat(
            json.post("/api/v1/session", "{\"username\":\"nobody-metrics\",\"password\":\"wrong\"}")
                .status())
        .isEqualTo(401);
    Client admin = Client.administrator();
    try (EventStream stream = new EventStream(admin)) {
      assertThat(stream.status()).isEqualTo(200);
      Await.until(stream::text, text -> text.contains("event: ping"));
      assertThat(Metrics.scrape().value("eventsec_stream_subscribers")).isPositive();
    }
    Metrics after = Metrics.scrape();
    String failed = "eventsec_sign_ins_total{outcome=\"failed\"}";
    assertThat(after.counted(failed) - before.counted(failed)).isEqualTo(1);
  }

  @Test
  void platformAndComponents_areShown() {
    Metrics metrics = Metrics.scrape();
    assertThat(metrics.values().keySet())
        .anyMatch(series -> series.startsWith("memory_usedHeap_bytes"))
        .anyMatch(series -> series.startsWith("thread_count"));
    for (String component : new String[] {"database", "schema", "opensearch", "detect", "index"}) {
      assertThat(metrics.value("eventsec_component_ready{component=\"" + component + "\"}"))
          .as(component)
          .isEqualTo(1);
    }
    assertThat(Metrics.scraper().get(Metrics.PATH).header("Content-Type").orElse(""))
        .startsWith("text/plain")
        .contains("version=0.0.4");
  }

  @Test
  void timers_areShownWithHowTheirLastRunWent() {
    for (String timer :
        new String[] {"outbox", "reevaluation", "retention", "vulnerabilities", "watchdog"}) {
      String label = "{timer=\"" + timer + "\"}";
      Metrics metrics =
          Await.until(
              Metrics::scrape,
              // A server that another test stopped may have made the last run fail: the next one
              // does not.
              m -> m.counted("eventsec_timer_last_run_succeeded" + label) == 1);
      assertThat(metrics.value("eventsec_timer_failures_in_a_row" + label)).as(timer).isZero();
      assertThat(metrics.value("eventsec_timer_last_run_seconds" + label)).isNotNegative();
      double finished = metrics.value("eventsec_timer_last_run_timestamp_seconds" + label);
      assertThat(finished).isCloseTo(System.currentTimeMillis() / 1000.0, within(3600.0));
      assertThat(metrics.value("eventsec_timer_due_timestamp_seconds" + label))
          .isGreaterThanOrEqualTo((long) finished);
    }
    assertThat(Metrics.scrape().values().keySet())
        .as("readers are no timers")
        .noneMatch(series -> series.contains("timer=\"detect\""));
  }

  @Test
  void nobody_readsMetricsWithoutTheTokenOrThePermission() {
    assertThat(Client.anonymous().get(Metrics.PATH).status()).isEqualTo(401);
    for (String wrong :
        new String[] {
          "Bearer " + ItServers.METRICS_TOKEN + "x",
          "Bearer " + ItServers.METRICS_TOKEN.substring(1),
          "Bearer ",
          "Basic " + ItServers.METRICS_TOKEN,
          "Bearer " + ItServers.SENSOR_TOKEN
        }) {
      assertThat(Client.anonymous().with("Authorization", wrong).get(Metrics.PATH).status())
          .as(wrong)
          .isEqualTo(401);
    }
    assertThat(Client.administrator().get(Metrics.PATH).status()).isEqualTo(200);
  }

  @Test
  void token_isGoodForNothingElse() {
    for (String path : new String[] {"/api/v1/alerts", "/api/v1/system/status"}) {
      assertThat(Metrics.scraper().get(path).status()).as(path).isEqualTo(401);
    }
    assertThat(
            Metrics.scraper()
                .with("Content-Type", "application/x-ndjson")
                .post("/api/v1/ingest/x", GOOD)
                .status())
        .isEqualTo(401);
  }

  @Test
  void metricsOfTheServer_areShut() {
    for (String path : new String[] {"/metrics", "/metrics/", "/metrics?scope=base", "/ibm/api/"}) {
      Client.Answer answer = Metrics.scraper().get(path);
      assertThat(answer.status()).as(path).isNotEqualTo(200);
      assertThat(answer.text()).as(path).doesNotContain("eventsec_", "memory");
    }
  }

  @Test
  void databaseAway_thoseOfTheProcessAreStillShown() {
    long accepted = accepted(atRest());
    ItServers.postgres().stop();
    try {
      Await.until(
          () -> Client.anonymous().get("/readyz"),
          answer -> answer.status() == 503 && answer.text().contains("refused"));
      Metrics away = Metrics.scrape();
      assertThat(away.value("eventsec_database_figures_fresh")).isZero();
      assertThat(away.value("eventsec_component_ready{component=\"database\"}")).isZero();
      assertThat(accepted(away)).as("the last known").isEqualTo(accepted);
    } finally {
      ItServers.postgres().start();
    }
    Await.ready();
    Metrics back =
        Await.until(Metrics::scrape, m -> m.value("eventsec_database_figures_fresh") == 1);
    assertThat(accepted(back)).isEqualTo(accepted);
  }

  private static void ship(Client sensor, String source, String batch, boolean duplicate) {
    Client.Answer answer = sensor.post("/api/v1/ingest/" + source, batch);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    assertThat(answer.json().get("duplicate").asBoolean()).isEqualTo(duplicate);
  }

  /** Both readers have read all there is, and the figures are of now. */
  private static Metrics atRest() {
    Client admin = Client.administrator();
    Await.until(
        () -> admin.get("/api/v1/system/status").json().path("counters"),
        counters ->
            counters.path("detectLagBatches").asInt(1) == 0
                && counters.path("indexLagBatches").asInt(1) == 0);
    long accepted = admin.get("/api/v1/system/status").json().at("/counters/accepted").asLong();
    // Figures are kept for a second.
    return Await.until(
        Metrics::scrape,
        metrics ->
            accepted(metrics) == accepted
                && metrics.waiting("detect") == 0
                && metrics.waiting("index") == 0);
  }

  private static void agreesWithTheStatus(Client admin, Metrics metrics) {
    JsonNode counters = admin.get("/api/v1/system/status").json().get("counters");
    assertThat(accepted(metrics)).isEqualTo(counters.get("accepted").asLong());
    assertThat(events(metrics)).isEqualTo(counters.get("detected").asLong());
    assertThat(metrics.read("index")).isEqualTo(counters.get("indexed").asLong());
    assertThat(undecodable(metrics) + metrics.deadLetters("detect") + metrics.deadLetters("index"))
        .isEqualTo(counters.get("deadLetters").asLong());
    for (String reader : new String[] {"detect", "index"}) {
      assertThat(metrics.value("eventsec_reader_lag_batches{reader=\"" + reader + "\"}"))
          .isEqualTo(counters.get(reader + "LagBatches").asLong());
      assertThat(metrics.value("eventsec_reader_lag_seconds{reader=\"" + reader + "\"}")).isZero();
    }
  }

  /** How many events search finds of the name, once it shows what was stored. */
  private static long found(Client admin, String name) {
    String query =
        "/api/v1/events?from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z&filter=dns.question.name:"
            + name;
    return Await.until(() -> admin.get(query).json().path("total").asLong(-1), total -> total >= 4)
        .longValue();
  }

  private static long accepted(Metrics metrics) {
    return metrics.value("eventsec_journal_records_total");
  }

  private static long events(Metrics metrics) {
    return metrics.value("eventsec_detect_events_total");
  }

  private static long rejected(Metrics metrics) {
    return metrics.value("eventsec_detect_rejected_records_total");
  }

  private static long undecodable(Metrics metrics) {
    return metrics.deadLetters("parse") + metrics.deadLetters("normalise");
  }
}
