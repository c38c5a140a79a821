package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Indicators are taken in, listed and removed; and bodies are bounded. */
class IndicatorIT {
  private static final String INDICATORS = "/api/v1/indicators";

  private Client admin = Client.anonymous();
  private final String source = "feed-" + UUID.randomUUID();

  @BeforeEach
  void ready() {
    Await.ready();
    admin = Client.administrator();
  }

  @Test
  void indicators_areTakenInOnceInOneSpelling() {
    String list =
        claim("domain", "Bad.Example.")
            + ","
            + claim("address", "2001:DB8::0:1")
            + ",{\"kind\":\"sha256\",\"value\":\""
            + "A".repeat(64)
            + "\",\"confidence\":90,\"validFrom\":\"2026-01-01T00:00:00Z\","
            + "\"validUntil\":\"2026-02-01T00:00:00Z\"}";
    assertResult(put(list).json(), 3, 0);
    assertResult(put(list).json(), 0, 3);
    JsonNode page = admin.get(INDICATORS + "?source=" + source).json();
    assertThat(page.get("matching").asBoolean()).as("events are compared with them").isTrue();
    assertThat(page.get("items").findValuesAsText("value"))
        .containsExactlyInAnyOrder("bad.example", "2001:db8::1", "a".repeat(64));
    assertThat(page.at("/items/0/createdBy/username").asText()).isEqualTo("admin");
    String spelled = INDICATORS + "?kind=domain&value=BAD.example&source=" + source;
    assertThat(admin.get(spelled).json().get("items")).hasSize(1);
    JsonNode inForce = admin.get(INDICATORS + "?inForce=true&source=" + source).json();
    assertThat(inForce.get("items").findValuesAsText("kind"))
        .containsExactlyInAnyOrder("domain", "address");
    JsonNode audited =
        admin.get("/api/v1/audit?objectKind=indicator-feed&objectId=" + source).json();
    assertThat(audited.get("items").findValuesAsText("action"))
        .containsExactly("indicator.put", "indicator.put");
    assertThat(audited.at("/items/1/details/added").asText()).isEqualTo("3");
  }

  @Test
  void badOnes_areNamedAndNoneIsTakenIn() {
    Client.Answer answer =
        put(
            claim("domain", "good.example")
                + ","
                + claim("network", "10.1.2.3/8")
                + ","
                + claim("odd", "x")
                + ",null,{\"kind\":\"md5\",\"value\":\""
                + "0".repeat(32)
                + "\",\"confidence\":101}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    JsonNode errors = answer.json().get("errors");
    assertThat(errors.findValuesAsText("field"))
        .containsExactly(
            "indicators[1].value", "indicators[2].kind", "indicators[3]", "indicators[4]");
    assertThat(errors.get(0).get("value").asText()).isEqualTo("10.1.2.3/8");
    assertThat(errors.get(0).get("cure").asText()).isEqualTo("Use 10.0.0.0/8.");
    assertThat(admin.get(INDICATORS + "?source=" + source).json().get("items")).isEmpty();
    assertThat(admin.post(INDICATORS, "{}").status()).isEqualTo(400);
    assertThat(put("").status()).as("none").isEqualTo(422);
    String many =
        IntStream.rangeClosed(0, 1000)
            .mapToObj(n -> claim("domain", "n" + n + ".example"))
            .collect(Collectors.joining(","));
    assertThat(put(many).json().at("/errors/0/value").asText()).isEqualTo("1001 of them");
    assertThat(admin.get(INDICATORS + "?kind=url&value=odd").status()).isEqualTo(422);
  }

  @Test
  void removal_isAuditedAndTheTenantsOwn() throws SQLException {
    put(claim("file_name", "Evil.EXE"));
    String id = admin.get(INDICATORS + "?source=" + source).json().at("/items/0/id").asText();
    ItDatabase.addUser("vera", "VIEWER");
    Client viewer = Client.user("vera");
    assertThat(viewer.get(INDICATORS).status()).isEqualTo(200);
    assertThat(remove(viewer, id)).isEqualTo(403);
    ItDatabase.addTenant("other");
    ItDatabase.execute(
        "update indicators set tenant = 'other', created_by = null where source = ?", source);
    assertThat(remove(admin, id)).as("another tenant's").isEqualTo(404);
    ItDatabase.execute("update indicators set tenant = 'default' where source = ?", source);
    assertThat(remove(admin, id)).isEqualTo(204);
    assertThat(remove(admin, id)).isEqualTo(404);
    assertThat(remove(admin, "odd")).isEqualTo(404);
    JsonNode entry =
        admin.get("/api/v1/audit?objectKind=indicator&objectId=" + id).json().at("/items/0");
    assertThat(entry.get("action").asText()).isEqualTo("indicator.remove");
    assertThat(entry.at("/details/value").asText()).isEqualTo("evil.exe");
  }

  @Test
  void body_beyondItsBound_isTooLargeWhetherItsLengthIsSaidOrNot() {
    byte[] large = " ".repeat((1 << 20) + 1).getBytes(StandardCharsets.UTF_8);
    for (String path :
        new String[] {"/api/v1/incidents", "/api/v1/sensors", "/api/v1/notifications/read"}) {
      Client.Answer said = admin.send("POST", path, large);
      assertThat(said.status()).as(path + ' ' + said).isEqualTo(413);
      assertThat(said.json().get("type").asText()).endsWith(":too-large");
      Client.Answer unsaid = admin.sendInChunks("POST", path, large);
      assertThat(unsaid.status()).as(path + ' ' + unsaid).isEqualTo(413);
    }
    Client anybody = Client.anonymous().with("Content-Type", "application/json");
    assertThat(anybody.sendInChunks("POST", "/api/v1/session", large).status()).isEqualTo(413);
    assertThat(anybody.send("POST", "/api/v1/incidents", large).status())
        .as("a stranger is asked who he is first")
        .isEqualTo(401);
    assertThat(admin.send("POST", INDICATORS, large).status())
        .as("lists of indicators may be longer")
        .isEqualTo(400);
  }

  private static void assertResult(JsonNode result, int added, int unchanged) {
    assertThat(result.get("added").asInt()).isEqualTo(added);
    assertThat(result.get("changed").asInt()).isZero();
    assertThat(result.get("unchanged").asInt()).isEqualTo(unchanged);
    assertThat(result.get("matching").asBoolean()).as("events are compared with them").isTrue();
  }

  private Client.Answer put(String indicators) {
    return admin.post(
        INDICATORS, "{\"source\":\"" + source + "\",\"indicators\":[" + indicators + "]}");
  }

  private static int remove(Client client, String id) {
    return client.send("DELETE", INDICATORS + '/' + id, new byte[0]).status();
  }

  private static String claim(String kind, String value) {
    return "{\"kind\":\"" + kind + "\",\"value\":\"" + value + "\"}";
  }
}
