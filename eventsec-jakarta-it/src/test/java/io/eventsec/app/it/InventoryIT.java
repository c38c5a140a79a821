package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is installed where, as it is handed in and asked for. */
class InventoryIT {
  private static final String SNAPSHOTS = "/api/v1/inventory/snapshots";
  private static final String ASSETS = "/api/v1/inventory/assets";
  private static final String OPENSSL = deb("openssl", "3.0.15-1");
  private static final String CURL = deb("curl", "7.88.1-10");

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void snapshots_areCompared_andTheNewestIsInForce() {
    Client admin = Client.administrator();
    String host = host();
    JsonNode first = record(admin, host, "2026-11-01T08:00:00Z", OPENSSL, CURL);
    assertCounts(first, "recorded", 2, 0, 0, 0);
    assertThat(first.get("created").asBoolean()).isTrue();
    String newer = deb("openssl", "3.0.16-1");
    JsonNode second =
        record(admin, host, "2026-11-02T08:00:00Z", newer, CURL, purl("leftpad", "1.0.0"));
    assertCounts(second, "recorded", 1, 1, 0, 1);
    JsonNode third = record(admin, host, "2026-11-03T08:00:00Z", newer);
    assertCounts(third, "recorded", 0, 0, 2, 1);

    JsonNode older = record(admin, host, "2026-11-02T12:00:00Z", CURL);
    assertThat(older.get("outcome").asText()).isEqualTo("outdated");
    assertThat(older.get("inForceSince").asText()).isEqualTo("2026-11-03T08:00:00Z");
    assertThat(older.get("installed").isNull()).isTrue();

    String asset = ASSETS + '/' + first.get("assetId").asText();
    assertThat(names(admin, asset + "/components")).containsExactly("openssl 3.0.16-1");
    assertThat(names(admin, asset + "/components?at=2026-11-01T12:00:00Z"))
        .containsExactly("curl 7.88.1-10", "openssl 3.0.15-1");
    assertThat(names(admin, asset + "/components?at=2026-11-02T12:00:00Z"))
        .containsExactly("curl 7.88.1-10", "leftpad 1.0.0", "openssl 3.0.16-1");
    assertThat(names(admin, asset + "/components?at=2026-11-02T12:00:00Z&q=URL"))
        .containsExactly("curl 7.88.1-10");
    assertThat(admin.get(asset + "/components?q=" + "x".repeat(201)).status()).isEqualTo(422);
    assertThat(names(admin, asset + "/components?at=2026-10-01T00:00:00Z")).isEmpty();
    assertThat(admin.get(asset).json().get("components").asInt()).isEqualTo(1);
  }

  @Test
  void assets_areFoundAndPaged() {
    Client admin = Client.administrator();
    String prefix = host();
    for (int i = 0; i < 3; i++) {
      record(admin, prefix + i, "2026-11-01T08:00:00Z", CURL);
    }
    String list = ASSETS + "?limit=2&hostname=" + prefix;
    JsonNode page = admin.get(list).json();
    assertThat(page.get("items").findValuesAsText("hostname"))
        .containsExactly(prefix + 0, prefix + 1);
    JsonNode next = admin.get(list + "&cursor=" + page.get("nextCursor").asText()).json();
    assertThat(next.get("items").findValuesAsText("hostname")).containsExactly(prefix + 2);
    assertThat(next.get("nextCursor").isNull()).isTrue();
    assertThat(admin.get(ASSETS + "?criticality=low&hostname=" + prefix).json().get("items"))
        .isEmpty();
    assertThat(admin.get(ASSETS + "?address=192.0.2.7&hostname=" + prefix).json().get("items"))
        .hasSize(3);
    assertThat(admin.get(ASSETS + "?address=192.0.2.8&hostname=" + prefix).json().get("items"))
        .isEmpty();
  }

  @Test
  void badComponents_areNamedByIndexAndNothingIsRecorded() {
    Client admin = Client.administrator();
    String host = host();
    String body = snapshot(host, "2026-11-01T08:00:00Z", OPENSSL, "{\"name\":\"x\"}", "null");
    Client.Answer answer = admin.post(SNAPSHOTS, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    JsonNode errors = answer.json().get("errors");
    assertThat(errors.findValuesAsText("field")).containsExactly("components[1]", "components[2]");
    assertThat(errors.get(0).get("rule").asText()).contains("Ecosystem");
    assertThat(errors.get(0).get("cure").asText()).startsWith("Use ");
    assertThat(admin.get(ASSETS + "?hostname=" + host).json().get("items")).isEmpty();
  }

  @Test
  void unsoundSnapshots_areRefused() {
    Client admin = Client.administrator();
    String host = host();
    assertRefused(admin, snapshot(host, "2999-01-01T00:00:00Z", CURL), "observedAt");
    assertRefused(admin, snapshot(host, "yesterday", CURL), "observedAt");
    assertRefused(admin, snapshot("with space", "2026-11-01T08:00:00Z", CURL), "asset");
    assertRefused(admin, snapshot(host, "2026-11-01T08:00:00Z", CURL).replace(".7", "."), "asset");
    assertThat(admin.post(SNAPSHOTS, "{\"asset\":").status()).isEqualTo(400);
    assertThat(admin.post(SNAPSHOTS, "{\"components\":[]}").status()).isEqualTo(400);
    byte[] large = " ".repeat((16 << 20) + 1).getBytes(StandardCharsets.UTF_8);
    assertThat(admin.send("POST", SNAPSHOTS, large).status()).isEqualTo(413);
    assertThat(admin.get(ASSETS + "?address=odd").status()).isEqualTo(422);
    assertThat(admin.get(ASSETS + "?criticality=odd").status()).isEqualTo(422);
    assertThat(admin.get(ASSETS + "?cursor=forged").status()).isEqualTo(422);
    assertThat(admin.get(ASSETS + '/' + UUID.randomUUID() + "/components").status()).isEqualTo(404);
  }

  @Test
  void twoAssetsOfOneName_wantTheirAgent() {
    Client admin = Client.administrator();
    String host = host();
    for (String agent : List.of("a-" + host, "b-" + host)) {
      String body =
          snapshot(host, "2026-11-01T08:00:00Z", CURL)
              .replace("\"hostname\"", "\"agentId\":\"" + agent + "\",\"hostname\"");
      assertThat(admin.post(SNAPSHOTS, body).status()).isEqualTo(200);
    }
    Client.Answer answer = admin.post(SNAPSHOTS, snapshot(host, "2026-11-02T08:00:00Z", CURL));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/cure").asText()).contains("agent");
  }

  @Test
  void viewersReadOnly_andNobodySeesAnotherTenants() throws SQLException {
    Client admin = Client.administrator();
    ItDatabase.addUser("vera", "VIEWER");
    ItDatabase.addTenant("other");
    UUID foreign = UUID.randomUUID();
    String host = host();
    ItDatabase.execute(
        "insert into assets (id, tenant, hostname, first_seen_at, last_seen_at)"
            + " values (cast(? as uuid), 'other', ?, now(), now())",
        foreign.toString(),
        host);
    Client viewer = Client.user("vera");
    assertThat(viewer.get(ASSETS).status()).isEqualTo(200);
    assertThat(viewer.post(SNAPSHOTS, snapshot(host, "2026-11-01T08:00:00Z", CURL)).status())
        .isEqualTo(403);
    assertThat(Client.anonymous().get(ASSETS).status()).isEqualTo(401);
    assertThat(admin.get(ASSETS + '/' + foreign).status()).isEqualTo(404);
    assertThat(admin.get(ASSETS + '/' + foreign + "/components").status()).isEqualTo(404);
    assertThat(admin.get(ASSETS + "?hostname=" + host).json().get("items")).isEmpty();
    JsonNode own = record(admin, host, "2026-11-01T08:00:00Z", CURL);
    assertThat(own.get("created").asBoolean()).isTrue();
    assertThat(own.get("assetId").asText()).isNotEqualTo(foreign.toString());
  }

  @Test
  void vulnerabilities_sayWhereAdvisoriesComeFrom_andRefuseWhatIsWrong() {
    Client admin = Client.administrator();
    for (String path : List.of("/api/v1/vulnerabilities", "/api/v1/vulnerabilities/findings")) {
      JsonNode page = admin.get(path).json();
      assertThat(page.get("items").isArray()).isTrue();
      assertThat(page.get("advisorySources").isArray()).isTrue();
      assertThat(admin.get(path + "?cursor=forged").status()).isEqualTo(422);
      assertThat(Client.anonymous().get(path).status()).isEqualTo(401);
    }
    String findings = "/api/v1/vulnerabilities/findings";
    assertThat(admin.get(findings + "?status=open&risk=high").status()).isEqualTo(200);
    assertThat(admin.get(findings + "?status=odd").status()).isEqualTo(422);
    assertThat(admin.get(findings + "?asset=odd").status()).isEqualTo(422);
  }

  private static void assertRefused(Client admin, String body, String field) {
    Client.Answer answer = admin.post(SNAPSHOTS, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    JsonNode error = answer.json().at("/errors/0");
    assertThat(error.get("field").asText()).isEqualTo(field);
    assertThat(error.get("rule").asText()).isNotBlank();
    assertThat(error.get("cure").asText()).isNotBlank();
  }

  private static void assertCounts(
      JsonNode result, String outcome, int installed, int upgraded, int removed, int unchanged) {
    assertThat(
            List.of(
                result.get("outcome").asText(),
                result.get("installed").asInt(),
                result.get("upgraded").asInt(),
                result.get("removed").asInt(),
                result.get("unchanged").asInt()))
        .containsExactly(outcome, installed, upgraded, removed, unchanged);
  }

  private static List<String> names(Client admin, String path) {
    List<String> names = new java.util.ArrayList<>();
    for (JsonNode item : admin.get(path).json().get("items")) {
      names.add(item.get("name").asText() + ' ' + item.get("version").asText());
    }
    return names;
  }

  private static JsonNode record(Client client, String host, String at, String... components) {
    Client.Answer answer = client.post(SNAPSHOTS, snapshot(host, at, components));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private static String snapshot(String host, String at, String... components) {
    return "{\"asset\":{\"hostname\":\""
        + host
        + "\",\"addresses\":[\"192.0.2.7\"]},\"observedAt\":\""
        + at
        + "\",\"components\":["
        + String.join(",", components)
        + "]}";
  }

  private static String deb(String name, String version) {
    return "{\"ecosystem\":\"deb\",\"name\":\""
        + name
        + "\",\"version\":\""
        + version
        + "\",\"arch\":\"amd64\",\"distro\":\"debian-12\"}";
  }

  private static String purl(String name, String version) {
    return "{\"ecosystem\":\"npm\",\"name\":\""
        + name
        + "\",\"version\":\""
        + version
        + "\",\"purl\":\"pkg:npm/"
        + name
        + '@'
        + version
        + "\"}";
  }

  private static String host() {
    return "h" + UUID.randomUUID().toString().substring(0, 8);
  }
}
