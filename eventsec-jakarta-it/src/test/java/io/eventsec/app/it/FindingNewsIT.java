package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    assertThat(titles(admin))
        .containsOnlyOnce(
            "Exploited vulnerability " + given.id(0) + " on " + given.host() + ": Hole");
    assertThat(Metrics.scraper().get(Metrics.PATH).text())
        .contains("eventsec_vulnerability_findings_overdue");
  }

  @Test
  void whatAHostStillHas_isToldOnceADay() throws IOException, SQLException {
    Client admin = Client.administrator();
    given.publish(2);
    given.install(admin, 2);
    given.exploit(0);
    Await.until(() -> alerts(admin), found -> !found.isEmpty());
    for (int run = 0; run < 2; run++) {
      // As if the day before had been the last of which was told.
      ItDatabase.execute("update finding_digests set told_until = now() - interval '3 days'");
      assertThat(admin.post("/api/v1/timers/finding-news/run", "").status()).isEqualTo(202);
      Await.until(FindingNewsIT::untold, left -> left == 0);
    }
    JsonNode events =
        Await.until(
            () -> admin.get("/api/v1/events?q=" + given.host()).json().path("items"),
            found -> found.toString().contains("\"standing\""));
    assertThat(events.findValuesAsText("eventsec.finding.occasion"))
        .as(events.toString())
        .containsOnlyOnce("standing");
  }

  @Test
  void vex_movesFindingsAsItStates_andSaysWhatItCouldNot() throws IOException, SQLException {
    Client admin = Client.administrator();
    given.publish(4);
    String asset = given.install(admin, 4);
    String document = "https://example.org/" + given.mark();
    String openVex =
        """
        {"@context":"https://openvex.dev/ns/v0.2.0","@id":"%s","author":"Ada","timestamp":"2026-11-20T08:00:00Z",\
        "version":1,"statements":[\
        {"vulnerability":{"name":"%s"},"products":[{"@id":"pkg:npm/%s@1.0.0"}],"status":"not_affected",\
        "justification":"vulnerable_code_not_in_execute_path"},\
        {"vulnerability":{"name":"%s"},"products":[{"@id":"pkg:npm/%s"}],"status":"fixed"},\
        {"vulnerability":{"name":"%s"},"products":[{"@id":"pkg:npm/another@1.0.0"}],"status":"fixed"},\
        {"vulnerability":{"name":"CVE-1999-0001"},"products":[{"@id":"pkg:npm/x"}],"status":"fixed"}]}"""
            .formatted(
                document, given.id(0), given.name(0), given.id(1), given.name(1), given.id(2));
    JsonNode said = vex(admin, "application/json", openVex);
    assertThat(said.path("document").asText()).isEqualTo(document);
    assertThat(said.path("statements").asInt()).isEqualTo(4);
    assertThat(said.path("moved").toString()).isEqualTo("{\"false_positive\":1,\"mitigated\":1}");
    assertThat(said.path("unmatchedCount").asInt()).isEqualTo(2);
    assertThat(said.path("unmatched").toString()).contains("CVE-1999-0001", "pkg:npm/another");
    assertThat(said.path("next").isNull()).isTrue();
    assertThat(statuses(admin, asset)).containsEntry(given.id(0), "false_positive");
    JsonNode again = vex(admin, "application/json", openVex);
    assertThat(again.path("moved").size()).as(again.toString()).isZero();
    assertThat(again.path("unchanged").asInt()).isEqualTo(2);

    String finding = "";
    for (JsonNode one : given.findings(admin, asset)) {
      finding = one.get("vulnerabilityId").asText().equals(given.id(0)) ? id(one) : finding;
    }
    JsonNode history =
        admin.get("/api/v1/vulnerabilities/findings/" + finding).json().path("history");
    JsonNode last = history.get(history.size() - 1);
    assertThat(last.path("source").asText()).isEqualTo(document);
    assertThat(last.path("change").asText()).isEqualTo("stated");
    assertThat(admin.get("/api/v1/audit?action=finding.vex").json().toString()).contains(document);

    String cycloneDx =
        """
        {"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":[{"type":"library",\
        "bom-ref":"c","name":"%s","version":"1.0.0","purl":"pkg:npm/%s@1.0.0"}],"vulnerabilities":[\
        {"id":"%s","analysis":{"state":"not_affected","justification":"code_not_present"},\
        "affects":[{"ref":"c"}]}]}"""
            .formatted(given.name(2), given.name(2), given.id(2));
    assertThat(vex(admin, "application/vnd.cyclonedx+json", cycloneDx).path("moved").toString())
        .isEqualTo("{\"false_positive\":1}");
    String contrary = openVex.replace("\"fixed\"", "\"not_affected\",\"impact_statement\":\"no\"");
    JsonNode refused = vex(admin, "application/json", contrary);
    assertThat(refused.path("refusedCount").asInt()).isEqualTo(1);
    assertThat(refused.path("refused").get(0).path("vulnerabilityId").asText())
        .isEqualTo(given.id(1));
    assertThat(refused.path("refused").get(0).path("detail").asText()).contains("is mitigated");

    for (String format : List.of("openvex", "cyclonedx", "csaf")) {
      Client.Answer answer =
          admin.get("/api/v1/vulnerabilities/vex?asset=" + asset + "&format=" + format);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      for (int n = 0; n < 4; n++) {
        assertThat(answer.text()).contains(given.id(n), "pkg:npm/" + given.name(n) + "@1.0.0");
      }
      // What is read back moves nothing: it says what stands.
      JsonNode back = vex(admin, "application/json", answer.text());
      assertThat(back.path("moved")).as(format + back).isEmpty();
      assertThat(back.path("refusedCount").asInt()).as(format + back).isZero();
      assertThat(back.path("unchanged").asInt()).as(format + back).isEqualTo(4);
      assertThat(back.path("unmatchedCount").asInt()).as(format + back).isZero();
    }
    assertThat(statuses(admin, asset)).containsEntry(given.id(3), "open");
    String some = "/api/v1/vulnerabilities/vex?status=mitigated&asset=" + asset;
    assertThat(admin.get(some).text())
        .contains(given.id(1))
        .doesNotContain(given.id(0), given.id(3));
    assertThat(admin.get("/api/v1/vulnerabilities/vex?status=odd").status()).isEqualTo(422);
    ItDatabase.addUser("vex" + given.mark(), "VIEWER");
    Client viewer = Client.user("vex" + given.mark());
    assertThat(viewer.post("/api/v1/vulnerabilities/vex", openVex).status()).isEqualTo(403);
    assertThat(viewer.get("/api/v1/vulnerabilities/vex?asset=" + asset).status()).isEqualTo(200);
    assertThat(admin.post("/api/v1/vulnerabilities/vex", "{}").status()).isEqualTo(400);
    assertThat(admin.get("/api/v1/vulnerabilities/vex?format=odd").status()).isEqualTo(422);
  }

  private static JsonNode vex(Client client, String type, String document) {
    Client.Answer answer =
        client.with("Content-Type", type).post("/api/v1/vulnerabilities/vex", document);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private static String id(JsonNode one) {
    return one.get("id").asText();
  }

  private Map<String, String> statuses(Client admin, String asset) {
    Map<String, String> statuses = new HashMap<>();
    given
        .findings(admin, asset)
        .forEach(
            one -> statuses.put(one.get("vulnerabilityId").asText(), one.get("status").asText()));
    return statuses;
  }

  private static List<String> titles(Client admin) {
    JsonNode items = admin.get("/api/v1/notifications?limit=200").json().get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.get("title").asText())
        .toList();
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

  private static long untold() {
    try {
      return ItDatabase.number(
          "select count(*) from finding_digests where told_until < now() - interval '2 days'");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private List<JsonNode> alerts(Client admin) {
    JsonNode items =
        admin.get("/api/v1/alerts?rule=" + EXPLOITED_RULE + "&limit=200").json().get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(alert -> alert.toString().contains(given.host()))
        .toList();
  }
}
