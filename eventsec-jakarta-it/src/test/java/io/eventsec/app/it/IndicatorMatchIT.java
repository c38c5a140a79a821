package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.IndicatorKind;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a feed to an alert: what is known to be bad is found in events, by their time. */
class IndicatorMatchIT {
  private static final String INDICATORS = "/api/v1/indicators";
  private static final String RULE = "7d93f796-dfd3-579e-828d-fbe5f0283a91";
  private static final String FRESH = "eventsec_indicators_fresh_timestamp_seconds";
  private static final double MILLIS = 1000;
  private static final String QUIET = "3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f31";
  private static final String MANY = "3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f32";
  private static final DateTimeFormatter SURICATA =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'+0000'").withZone(ZoneOffset.UTC);

  private final String name = "h" + UUID.randomUUID().toString().substring(0, 8);
  private final String domain = name + ".example";
  private final String feed = "feed-" + name;
  private final Client admin = Client.administrator();

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void eventThatNamesAnIndicator_isAnAlert_andIsFound() {
    JsonNode taken = list(domain + "\n203.0.113.999\n", "&tlp=amber&validFor=P30D");
    assertThat(taken.path("format").asText()).isEqualTo("list");
    assertThat(taken.path("added").asInt()).isEqualTo(1);
    assertThat(taken.path("refused").asInt()).isEqualTo(1);
    assertThat(taken.at("/refusals/0/position").asText()).isEqualTo("line 2");
    assertThat(taken.at("/refusals/0/message").asText()).contains("203.0.113.999");
    inForce();

    send(Instant.now());
    JsonNode alert = alert();
    assertThat(alert.path("ruleId").asText()).isEqualTo(RULE);
    JsonNode detail = admin.get("/api/v1/alerts/" + alert.path("id").asText()).json();
    String event = detail.at("/evidence/0/eventId").asText();
    RuleRef rule = new RuleRef(RULE, alert.path("ruleVersion").asText());
    assertThat(alert.path("id").asText())
        .isEqualTo(AlertId.of(Tenant.DEFAULT, rule, List.of(new EventId(event))).value());
    JsonNode found =
        Await.until(() -> events("threat.indicator.url.domain"), some -> some.size() == 1);
    String stored = admin.get("/api/v1/events/" + found.get(0).path("id").asText()).text();
    assertThat(found.get(0).path("id").asText()).isEqualTo(event);
    assertThat(stored)
        .contains("threat.enrichments.matched.atomic", domain, "AMBER", feed)
        .contains("network.direction", "network.community_id");
    assertThat(detail.toString()).contains("threat.enrichments.matched.field");

    JsonNode indicator = indicator();
    assertThat(indicator.path("alerts").asInt()).isEqualTo(1);
    assertThat(indicator.path("tlp").asText()).isEqualTo("amber");
    assertThat(indicator.path("feed").asText()).isEqualTo(feed);
    assertThat(Instant.parse(indicator.path("validUntil").asText()))
        .isAfter(Instant.now().plus(Duration.ofDays(29)));
    assertThat(list(domain + "\n", "&tlp=amber&validFor=P30D").path("unchanged").asInt())
        .as("the same again")
        .isEqualTo(1);
    JsonNode audit =
        admin.get("/api/v1/audit?objectKind=indicator-feed&objectId=" + feed).json().path("items");
    assertThat(audit.findValuesAsText("action"))
        .contains("indicator.import.begin", "indicator.import");
  }

  @Test
  void indicator_thatTheFeedHasNoMore_isNotFound() {
    list(domain + "\nother-" + domain + "\n", "");
    inForce();
    JsonNode taken = list("other-" + domain + "\n", "&replace=true");
    assertThat(taken.path("withdrawn").asInt()).isEqualTo(1);
    assertThat(taken.path("replaced").asBoolean()).isTrue();
    inForce();
    send(Instant.now());
    stored();
    assertThat(events("threat.indicator.url.domain")).isEmpty();
    assertThat(alerts()).isEmpty();
    assertThat(admin.get(INDICATORS + "?inForce=true&feed=" + feed).json().path("items"))
        .hasSize(1);
    assertThat(admin.get(INDICATORS + "?q=" + name.toUpperCase(Locale.ROOT)).json().path("items"))
        .hasSize(2);
    assertThat(list("# nothing\n", "&replace=true").path("replaced").asBoolean())
        .as("a feed that says nothing")
        .isFalse();
  }

  @Test
  void indicator_holdsByTheTimeOfTheEvent() {
    Instant now = Instant.now();
    String table =
        "value,valid_from,valid_until,confidence\n"
            + domain
            + ','
            + now.minus(Duration.ofHours(2))
            + ','
            + now.minus(Duration.ofHours(1))
            + ",90\n";
    JsonNode taken =
        admin
            .with("Content-Type", "text/csv")
            .post(INDICATORS + "/import?feed=" + feed, table)
            .json();
    assertThat(taken.path("format").asText()).isEqualTo("csv");
    assertThat(taken.path("added").asInt()).as(taken.toString()).isEqualTo(1);
    inForce();
    send(now.minus(Duration.ofMinutes(30)));
    stored();
    assertThat(alerts()).as("it has ended").isEmpty();
    send(now.minus(Duration.ofMinutes(90)));
    alert();
    assertThat(events("threat.indicator.url.domain")).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void newIndicator_isFoundInThePast_byRunningTheRuleAgain() {
    send(Instant.now());
    stored();
    assertThat(alerts()).isEmpty();
    list(domain + "\n", "");
    String path = "/api/v1/rules/" + RULE + "/reevaluations";
    Client.Answer asked =
        Await.until(() -> admin.post(path, "{\"again\":true}"), answer -> answer.status() == 202);
    assertThat(asked.json().at("/items/0/requestedBy").asText()).isEqualTo("admin");
    JsonNode alert = alert();
    assertThat(alert.path("ruleId").asText()).isEqualTo(RULE);
    Await.until(
        () -> admin.get(path).json().at("/items/0/state").asText(), state -> state.equals("done"));
    Await.until(() -> admin.post(path, "{\"again\":true}"), answer -> answer.status() == 202);
    Await.until(
        () -> admin.get(path).json().at("/items/0/state").asText(), state -> state.equals("done"));
    assertThat(alerts()).as("again finds the same").hasSize(1);
    assertThat(indicator().path("alerts").asInt()).as("and counts it once").isEqualTo(1);
    assertThat(admin.post(path, "{\"again\":true,\"all\":true}").status()).isEqualTo(400);
    Client.Answer correlation =
        admin.post(
            "/api/v1/rules/3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f10/reevaluations", "{\"again\":true}");
    assertThat(correlation.status()).isEqualTo(409);
  }

  @Test
  void rulesAboutIndicators_areThere_andSuppressionAndCorrelationHold() {
    JsonNode rules = admin.get("/api/v1/rules").json();
    for (String product : List.of("Suricata", "Zeek", "Windows", "AWS")) {
      assertThat(rules.toString()).contains(product + " Event Names a Threat Indicator");
    }
    Client.Answer taken =
        admin
            .with("Content-Type", "text/plain")
            .post(INDICATORS + "/import?feed=it-quiet", domain + "\n");
    assertThat(taken.status()).isEqualTo(200);
    inForce();
    Instant at = Instant.now();
    for (int i = 0; i < 3; i++) {
      send(at);
    }
    JsonNode quiet = Await.until(() -> alerts(QUIET), found -> found.size() == 1);
    Await.until(() -> alerts(QUIET).at("/0/firings").asInt(), firings -> firings == 3);
    assertThat(alerts(QUIET)).hasSameSizeAs(quiet);
    Await.until(() -> alerts(MANY), found -> found.size() == 1);
  }

  @Test
  void host_isTheAssetOfTheInventory() {
    String body =
        "{\"asset\":{\"hostname\":\""
            + name
            + "\",\"addresses\":[\"10.20.30.40\"]},\"observedAt\":\""
            + Instant.now()
            + "\",\"components\":[]}";
    Client.Answer recorded = admin.post("/api/v1/inventory/snapshots", body);
    assertThat(recorded.status()).as(recorded.toString()).isEqualTo(200);
    String asset =
        admin.get("/api/v1/inventory/assets?hostname=" + name).json().at("/items/0/id").asText();
    Await.until(
        () -> {
          send(Instant.now(), "10.20.30.40");
          return sentEvents();
        },
        text -> text.contains(asset) && text.contains("labels.asset_criticality"));
  }

  @Test
  void feeds_areOfATenant_andNobodysWhoMayNotHandIn() throws SQLException {
    ItDatabase.addUser("vera", "VIEWER");
    Client viewer = Client.user("vera");
    String path = INDICATORS + "/import?feed=" + feed;
    assertThat(viewer.post(path, "{}").status()).isEqualTo(403);
    assertThat(Client.anonymous().with("Content-Type", "text/plain").post(path, "x").status())
        .isEqualTo(401);
    assertThat(admin.post(INDICATORS + "/import", "{}").status()).isEqualTo(422);
    assertThat(admin.post(path + "&tlp=pink", "{}").status()).isEqualTo(422);
    assertThat(admin.post(path + "&validFor=PT0S", "{}").status()).isEqualTo(422);
    Client.Answer broken = admin.post(path + "&format=stix", "{\"objects\":[{\"type\":");
    assertThat(broken.status()).isEqualTo(200);
    assertThat(broken.json().path("complete").asBoolean()).isFalse();
    list(domain + "\n", "");
    ItDatabase.addTenant("other");
    ItDatabase.execute(
        "update indicators set tenant = 'other', created_by = null where feed = ?", feed);
    assertThat(admin.get(INDICATORS + "?feed=" + feed).json().path("items")).isEmpty();
    ItDatabase.execute("delete from indicators where feed = ?", feed);
    ItDatabase.execute("update indicator_state set revision = revision + 1");
    inForce();
    assertThat(
            Metrics.scrape().values().keySet().stream()
                .filter(series -> series.startsWith("eventsec_indicators_loaded")))
        .hasSize(IndicatorKind.values().length);
  }

  @Test
  void databaseOfPlaces_thatIsMissing_isTold_andEventsPass() {
    JsonNode states = admin.get("/readyz").json();
    assertThat(states.toString())
        .contains("EVENTSEC_ENRICH_GEO_CITY_FILE names a file that is not there")
        .contains("degraded");
  }

  private JsonNode list(String lines, String parameters) {
    Client.Answer answer =
        admin
            .with("Content-Type", "text/plain")
            .post(INDICATORS + "/import?feed=" + feed + parameters, lines);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private void send(Instant at) {
    send(at, "10.0.0.1");
  }

  private void send(Instant at, String from) {
    String event =
        "{\"timestamp\":\""
            + SURICATA.format(at)
            + "\",\"event_type\":\"dns\",\"src_ip\":\""
            + from
            + "\",\"src_port\":50000,\"dest_ip\":\"198.51.100.7\",\"dest_port\":53,"
            + "\"proto\":\"UDP\",\"dns\":{\"rrname\":\"www."
            + domain
            + "\"}}\n";
    Client.Answer answer = Client.sensor().post("/api/v1/ingest/" + name, event);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
  }

  /** The event has been looked at and stored. */
  private void stored() {
    Await.until(() -> events("dns.question.name", "www." + domain), some -> some.size() == 1);
    Await.until(
        () -> admin.get("/api/v1/system/status").json().at("/counters/detectLagBatches"),
        lag -> lag.asInt() == 0);
  }

  private JsonNode events(String field) {
    return events(field, domain);
  }

  private JsonNode events(String field, String value) {
    return admin
        .get(
            "/api/v1/events?from="
                + Instant.now().minus(Duration.ofHours(3))
                + "&to="
                + Instant.now().plus(Duration.ofHours(1))
                + "&filter="
                + field
                + ':'
                + value)
        .json()
        .path("items");
  }

  private String sentEvents() {
    JsonNode sent = events("dns.question.name", "www." + domain);
    return sent.isEmpty()
        ? ""
        : admin.get("/api/v1/events/" + sent.get(0).path("id").asText()).text();
  }

  private JsonNode alert() {
    return Await.until(this::alerts, found -> found.size() == 1).get(0);
  }

  private JsonNode alerts() {
    return alerts(RULE);
  }

  private JsonNode alerts(String rule) {
    return admin.get("/api/v1/alerts?limit=200&rule=" + rule + "&q=" + name).json().path("items");
  }

  private JsonNode indicator() {
    return Await.until(
        () -> admin.get(INDICATORS + "?feed=" + feed).json().at("/items/0"),
        found -> found.path("alerts").asInt() > 0);
  }

  /** What was taken in before is what events are looked up in from now on. */
  private static void inForce() {
    double now = System.currentTimeMillis() / MILLIS;
    Await.until(() -> Metrics.scrape().values().getOrDefault(FRESH, 0.0), looked -> looked > now);
  }
}
