package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inventories as other tools write them, handed in by people and by sensors. */
class SbomIT {
  private static final String SBOMS = "/api/v1/inventory/sboms";
  private static final String ASSETS = "/api/v1/inventory/assets";
  private static final String CYCLONEDX = "application/vnd.cyclonedx+json";
  private static final String XML = "application/vnd.cyclonedx+xml";
  private static final String SPDX = "application/spdx+json";
  private static final String SSL = "pkg:deb/debian/libssl3@3.0.11-1?arch=amd64&distro=debian-12";

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void sensor_handsInCycloneDx_whichIsKeptWhole() {
    Client admin = Client.administrator();
    String host = host();
    String body =
        cycloneDx(
            host,
            "2026-11-01T08:00:00Z",
            """
            {"type":"library","name":"libssl3","version":"3.0.11-1","purl":"%s","properties":[
              {"name":"eventsec:release","value":"debian-12"},
              {"name":"eventsec:source:name","value":"openssl"},
              {"name":"eventsec:source:version","value":"3.0.11-1+b1"}]}"""
                .formatted(SSL),
            """
            {"type":"library","group":"org.example","name":"a","version":"1",
              "purl":"pkg:maven/org.example/a@1"}""",
            """
            {"type":"library","name":"npm","version":"6-1.module_el8","purl":
              "pkg:rpm/almalinux/npm@6-1.module_el8?arch=x86_64","properties":[
              {"name":"eventsec:module","value":"nodejs:18"}]}""",
            """
            {"type":"device","name":"router","cpe":"cpe:2.3:h:example:router:2:*:*:*:*:*:*:*"}""",
            "{\"type\":\"library\",\"name\":\"nobody knows\"}");

    JsonNode result = accepted(sensor(CYCLONEDX), "?address=192.0.2.9", body);

    assertThat(result.get("outcome").asText()).isEqualTo("recorded");
    assertThat(result.get("installed").asInt()).isEqualTo(4);
    assertThat(result.get("leftOut").asInt()).isEqualTo(1);
    assertThat(result.at("/problems/0").asText()).contains("nobody knows");
    String asset = ASSETS + '/' + result.get("assetId").asText();
    List<String> kept = new ArrayList<>();
    for (JsonNode one : admin.get(asset + "/components").json().get("items")) {
      kept.add(
          String.join(
              "|",
              one.get("ecosystem").asText(),
              one.get("name").asText(),
              one.get("version").asText(),
              one.get("arch").asText(),
              one.get("distro").asText(),
              one.get("sourceName").asText(),
              one.get("sourceVersion").asText()));
    }
    assertThat(kept)
        .containsExactlyInAnyOrder(
            "deb|libssl3|3.0.11-1|amd64|debian-12|openssl|3.0.11-1+b1",
            "maven|org.example:a|1||||",
            "rpm|npm|6-1.module_el8|x86_64|||",
            "cpe|example:router|||||");
    assertThat(admin.get(asset).json().get("addresses").toString()).contains("192.0.2.9");
    JsonNode entry = admin.get("/api/v1/audit?action=inventory.snapshot&limit=1").json();
    assertThat(entry.at("/items/0/actor").asText()).startsWith("sensor ");
  }

  @Test
  void twice_changesNothing_andTheNewestIsInForceByItsOwnTime() {
    Client admin = Client.administrator();
    Client sensor = sensor(CYCLONEDX);
    String host = host();
    String first = cycloneDx(host, "2026-11-02T08:00:00Z", npm("leftpad", "1.0.0"));
    assertThat(accepted(sensor, "", first).get("created").asBoolean()).isTrue();
    JsonNode again = accepted(sensor, "", first);
    assertThat(again.get("outcome").asText()).isEqualTo("outdated");
    assertThat(again.get("inForceSince")).isEqualTo(again.get("takenAt"));
    String older = cycloneDx(host, "2026-11-01T08:00:00Z", npm("chalk", "1.0.0"));
    assertThat(accepted(sensor, "", older).get("outcome").asText()).isEqualTo("outdated");
    JsonNode named =
        accepted(admin.with("Content-Type", CYCLONEDX), "?observedAt=2026-11-03T08:00:00Z", older);
    assertThat(named.get("takenAt").asText()).isEqualTo("2026-11-03T08:00:00Z");
    assertThat(named.get("removed").asInt()).isEqualTo(1);
    assertThat(named.get("installed").asInt()).isEqualTo(1);
  }

  @Test
  void otherForms_areRead() {
    String host = host();
    String xml =
        "<?xml version=\"1.0\"?><bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\"><metadata>"
            + "<timestamp>2026-11-01T08:00:00Z</timestamp></metadata><components>"
            + "<component type=\"library\"><name>a</name><version>1</version>"
            + "<purl>pkg:npm/a@1</purl></component></components></bom>";
    assertThat(accepted(sensor(XML), "?hostname=" + host, xml).get("installed").asInt())
        .isEqualTo(1);
    String spdx2 =
        "{\"spdxVersion\":\"SPDX-2.3\",\"name\":\"x\",\"creationInfo\":{\"created\":"
            + "\"2026-11-02T08:00:00Z\"},\"packages\":[{\"name\":\"a\",\"versionInfo\":\"2\","
            + "\"externalRefs\":[{\"referenceType\":\"purl\",\"referenceLocator\":\"pkg:npm/a@2\"}]}]}";
    assertThat(accepted(sensor(SPDX), "?hostname=" + host, spdx2).get("upgraded").asInt())
        .isEqualTo(1);
    String spdx3 =
        "{\"@context\":\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\",\"@graph\":["
            + "{\"type\":\"CreationInfo\",\"created\":\"2026-11-03T08:00:00Z\"},"
            + "{\"type\":\"software_Package\",\"name\":\"a\",\"software_packageVersion\":\"3\","
            + "\"software_packageUrl\":\"pkg:npm/a@3\"}]}";
    assertThat(accepted(sensor(SPDX), "?hostname=" + host, spdx3).get("upgraded").asInt())
        .isEqualTo(1);
  }

  @Test
  void whatIsWrong_isRefusedByName() {
    Client sensor = sensor(CYCLONEDX);
    String host = host();
    String good = cycloneDx(host, "2026-11-01T08:00:00Z", npm("a", "1"));
    assertField(sensor, "?observedAt=yesterday", good, "observedAt");
    assertField(sensor, "", cycloneDx(host, "2999-01-01T00:00:00Z"), "observedAt");
    assertField(sensor, "", "{\"bomFormat\":\"CycloneDX\"}", "observedAt");
    assertField(sensor, "", cycloneDx("with space", "2026-11-01T08:00:00Z"), "hostname");
    assertField(sensor, "?address=odd", good, "hostname");
    assertThat(sensor.post(SBOMS, "{\"a\":1}").text()).contains("neither CycloneDX");
    for (String body : List.of("", "[]", "{", "pkg:npm/a@1", "{\"a\":1}", "<bom/>")) {
      assertThat(sensor.post(SBOMS, body).status()).as(body).isEqualTo(400);
    }
    assertThat(sensor(XML).post(SBOMS, good).status()).isEqualTo(400);
    String entities = "<!DOCTYPE b [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><bom>&x;</bom>";
    Client.Answer answer = sensor(XML).post(SBOMS, entities);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).doesNotContain("root:");
    assertThat(sensor("text/plain").post(SBOMS, good).status()).isEqualTo(415);
    byte[] large = " ".repeat((16 << 20) + 1).getBytes(StandardCharsets.UTF_8);
    assertThat(sensor.send("POST", SBOMS, large).status()).isEqualTo(413);
    assertThat(sensor.sendInChunks("POST", SBOMS, large).status()).isEqualTo(413);
  }

  @Test
  void whoMay_isAnAnalystOrASensor_andASensorMayNothingElse() throws SQLException {
    Client admin = Client.administrator();
    ItDatabase.addUser("vera", "VIEWER");
    String good = cycloneDx(host(), "2026-11-01T08:00:00Z", npm("a", "1"));
    assertThat(Client.user("vera").with("Content-Type", CYCLONEDX).post(SBOMS, good).status())
        .isEqualTo(403);
    assertThat(Client.anonymous().with("Content-Type", CYCLONEDX).post(SBOMS, good).status())
        .isEqualTo(401);
    Client unknown = sensor(CYCLONEDX).with("Authorization", "Bearer " + "x".repeat(40));
    assertThat(unknown.post(SBOMS, good).status()).isEqualTo(401);
    assertThat(
            admin
                .with("Content-Type", CYCLONEDX)
                .without("X-CSRF-Token")
                .post(SBOMS, good)
                .status())
        .isEqualTo(403);
    assertThat(sensor(CYCLONEDX).get(ASSETS).status()).isEqualTo(401);
    assertThat(sensor("application/json").post("/api/v1/inventory/snapshots", "{}").status())
        .isEqualTo(401);
  }

  private static void assertField(Client client, String query, String body, String field) {
    Client.Answer answer = client.post(SBOMS + query, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(answer.json().at("/errors/0/cure").asText()).isNotBlank();
  }

  private static JsonNode accepted(Client client, String query, String body) {
    Client.Answer answer = client.post(SBOMS + query, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private static Client sensor(String type) {
    return Client.sensor().with("Content-Type", type);
  }

  private static String cycloneDx(String host, String at, String... components) {
    return "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"metadata\":{\"timestamp\":\""
        + at
        + "\",\"component\":{\"type\":\"device\",\"name\":\""
        + host
        + "\"}},\"components\":["
        + String.join(",", components)
        + "]}";
  }

  private static String npm(String name, String version) {
    return "{\"type\":\"library\",\"name\":\"%1$s\",\"version\":\"%2$s\",\"purl\":\"pkg:npm/%1$s@%2$s\"}"
        .formatted(name, version);
  }

  private static String host() {
    return "s" + UUID.randomUUID().toString().substring(0, 8);
  }
}
