package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules that put their matches together, are switched off, matter more, or have exceptions. */
class RulePolicyIT {
  private static final String RULE = "3f0b7d52-8a64-4a2c-9a0e-5d1c2b7e9f12";
  private static final String PATH = "/api/v1/rules/" + RULE;
  private static final String EXCEPTIONS = PATH + "/exceptions";

  /** In one hour, however long the test takes. */
  private static final Instant HOUR = Instant.now().truncatedTo(ChronoUnit.HOURS);

  private Client admin = Client.anonymous();
  private int sent;

  @BeforeEach
  void ready() {
    Await.ready();
    admin = Client.administrator();
  }

  @Test
  void matchesOfOneAddressInAnHour_areOneAlert_andExceptionsCountWhatTheyKeepBack() {
    String address = "192.0.2.81";
    send(address, 2);
    JsonNode alert = Await.until(() -> alert(address), found -> firings(found) == 2);
    send(address, 3);
    assertThat(Await.until(() -> alert(address), found -> firings(found) == 5).path("id"))
        .isEqualTo(alert.path("id"));

    JsonNode made =
        admin.post(EXCEPTIONS, exception("selection: {source.ip: " + address + "}")).json();
    assertThat(made.path("inForce").asBoolean()).isTrue();
    assertThat(made.path("owner").path("username").asText()).isEqualTo("admin");
    String exception = made.path("id").asText();
    int total = 5;
    while (hits(exception) == 0) {
      send(address, 1);
      total++;
    }
    int all = total;
    Await.until(() -> firings(alert(address)) + hits(exception), sum -> sum == all);
    long counted = firings(alert(address));
    send(address, 4);
    Await.until(() -> firings(alert(address)) + hits(exception), sum -> sum == all + 4);
    assertThat(firings(alert(address))).as("kept back, not lost").isEqualTo(counted);

    assertThat(end(exception).status()).isEqualTo(204);
    assertThat(end(exception).status()).as("once").isEqualTo(404);
    JsonNode listed = admin.get(EXCEPTIONS).json().path("items").get(0);
    assertThat(listed.path("endedBy").path("username").asText()).isEqualTo("admin");
    assertThat(listed.path("hits").asLong()).isEqualTo(hits(exception));
    JsonNode audited =
        admin.get("/api/v1/audit?objectKind=rule-exception&objectId=" + exception).json();
    assertThat(audited.path("items").findValuesAsText("action"))
        .containsExactly("rule.exception.end", "rule.exception.create");
  }

  @Test
  void decision_isMadeOnceOnWhatWasSeen_andHolds() {
    Client.Answer seen = admin.get(PATH);
    assertThat(seen.json().path("enabled").asBoolean()).isTrue();
    String tag = seen.header("ETag").orElseThrow();
    String critical = "{\"level\":\"critical\",\"reason\":\"our crown jewels\"}";

    Client.Answer changed = change(tag, critical);

    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.json().path("level").asText()).isEqualTo("critical");
    assertThat(changed.json().path("ownLevel").asText()).isEqualTo("low");
    assertThat(changed.json().path("setting").path("reason").asText())
        .isEqualTo("our crown jewels");
    assertThat(change(tag, critical).status()).as("somebody was faster").isEqualTo(412);
    int[] address = {100};
    Await.until(
        () -> {
          String next = "192.0.2." + address[0]++;
          send(next, 1);
          return Await.until(() -> alert(next), found -> firings(found) == 1);
        },
        alert -> alert.path("severity").asText().equals("critical"));

    String now = changed.header("ETag").orElseThrow();
    Client.Answer off = change(now, "{\"enabled\":false,\"reason\":\"too loud\"}");
    assertThat(off.json().path("enabled").asBoolean()).isFalse();
    assertThat(off.json().path("level").asText()).as("as it was").isEqualTo("critical");
    JsonNode rules = admin.get("/api/v1/rules").json().path("items");
    assertThat(rules.findValuesAsText("id")).contains(RULE);
    assertThat(
            StreamSupport.stream(rules.spliterator(), false)
                .filter(rule -> !rule.path("enabled").asBoolean())
                .map(rule -> rule.path("id").asText()))
        .containsExactly(RULE);
    String last = off.header("ETag").orElseThrow();
    String own = "{\"enabled\":true,\"level\":\"own\",\"reason\":\"as before\"}";
    assertThat(change(last, own).json().path("level").asText()).isEqualTo("low");
    Await.until(
        () -> {
          send("192.0.2.90", 1);
          return firings(alert("192.0.2.90"));
        },
        firings -> firings > 0);
    assertThat(admin.get("/api/v1/audit?objectKind=rule&objectId=" + RULE).json().path("items"))
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void ruleSwitchedOff_leavesAGap_andSeesItAfterAll() {
    Client.Answer off = change(tag(), "{\"enabled\":false,\"reason\":\"for an hour\"}");
    assertThat(off.status()).as(off.toString()).isEqualTo(200);
    String address = "192.0.2.91";
    // It may have been running still when the first came: what counts is that none is lost.
    int all = 0;
    while (gaps().isEmpty()) {
      send(address, 1);
      all++;
    }
    send(address, 2);
    int total = all + 2;
    assertThat(admin.post(PATH + "/reevaluations", "{\"all\":true}").status())
        .as("not while it is off")
        .isEqualTo(409);
    assertThat(change(tag(), "{\"enabled\":true,\"reason\":\"back\"}").status()).isEqualTo(200);
    Await.until(() -> gapEvents() + firings(alert(address)), sum -> sum >= total);

    Client.Answer asked = admin.post(PATH + "/reevaluations", "{\"all\":true}");

    assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
    Await.until(() -> firings(alert(address)), count -> count == total);
  }

  private String tag() {
    return admin.get(PATH).header("ETag").orElseThrow();
  }

  /** Those of this test's source, open ones. */
  private List<JsonNode> gaps() {
    List<JsonNode> open = new ArrayList<>();
    admin
        .get(PATH + "/coverage")
        .json()
        .path("gaps")
        .forEach(
            gap -> {
              if (gap.path("reason").asText().equals("absent")
                  && gap.path("state").asText().equals("open")
                  && gap.path("source").asText().equals("it-policies")) {
                open.add(gap);
              }
            });
    return open;
  }

  private long gapEvents() {
    return gaps().stream().mapToLong(gap -> gap.path("events").asLong()).sum();
  }

  @Test
  void nonsense_isRefusedByName() throws SQLException {
    String tag = admin.get(PATH).header("ETag").orElseThrow();
    assertThat(send(admin, "{}").status()).isEqualTo(428);
    assertThat(change(tag, "{\"reason\":\"x\"}").status()).isEqualTo(400);
    assertThat(change(tag, "{\"enabled\":false}").toString()).startsWith("422").contains("reason");
    assertThat(change(tag, "{\"level\":\"huge\",\"reason\":\"x\"}").toString())
        .startsWith("422")
        .contains("huge");
    assertThat(admin.post(EXCEPTIONS, exception("selection: [")).toString())
        .startsWith("422")
        .contains("detection", "is no detection");
    assertThat(
            admin
                .post(
                    EXCEPTIONS,
                    "{\"detection\":\"{a: {b: c}, condition: a}\",\"reason\":\"x\","
                        + "\"expiresAt\":\"2020-01-01T00:00:00Z\"}")
                .toString())
        .startsWith("422")
        .contains("expiresAt", "within a year");
    assertThat(
            admin.post("/api/v1/rules/nobody/exceptions", exception("selection: {a: b}")).status())
        .isEqualTo(404);
    ItDatabase.addUser("rita", "VIEWER");
    Client viewer = Client.user("rita");
    assertThat(viewer.get(EXCEPTIONS).status()).isEqualTo(200);
    assertThat(viewer.post(EXCEPTIONS, exception("selection: {a: b}")).status()).isEqualTo(403);
  }

  private Client.Answer change(String tag, String body) {
    return send(admin.with("If-Match", tag), body);
  }

  private static Client.Answer send(Client client, String body) {
    return client.send("PATCH", PATH, body.getBytes(StandardCharsets.UTF_8));
  }

  private Client.Answer end(String exception) {
    return admin.send("DELETE", EXCEPTIONS + "/" + exception, new byte[0]);
  }

  private static String exception(String selection) {
    return "{\"detection\":\""
        + selection
        + "\\ncondition: selection\",\"reason\":\"known\",\"expiresAt\":\""
        + Instant.now().plus(Duration.ofDays(30))
        + "\"}";
  }

  private long hits(String exception) {
    JsonNode items = admin.get(EXCEPTIONS).json().path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.path("id").asText().equals(exception))
        .mapToLong(item -> item.path("hits").asLong())
        .sum();
  }

  private static long firings(JsonNode alert) {
    return alert.path("firings").asLong();
  }

  /** The alert about that address; a missing node if there is none. */
  private JsonNode alert(String address) {
    JsonNode items = admin.get("/api/v1/alerts?limit=200&rule=" + RULE).json().path("items");
    List<JsonNode> found = new ArrayList<>();
    StreamSupport.stream(items.spliterator(), false)
        .filter(alert -> alert.path("entities").path("addresses").toString().contains(address))
        .forEach(found::add);
    assertThat(found).hasSizeLessThan(2);
    return found.isEmpty() ? items.path(-1) : found.get(0);
  }

  /** Questions of this hour, one a millisecond. */
  private void send(String address, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(
          "{\"timestamp\":\""
              + HOUR.plusMillis(sent++)
              + "\",\"event_type\":\"dns\",\"src_ip\":\""
              + address
              + "\",\"dest_ip\":\"192.0.2.53\",\"proto\":\"UDP\","
              + "\"dns\":{\"type\":\"query\",\"rrname\":\"asked-quietly.example\"}}");
    }
    Client.Answer answer =
        Client.sensor().post("/api/v1/ingest/it-policies", String.join("\n", lines));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
  }
}
