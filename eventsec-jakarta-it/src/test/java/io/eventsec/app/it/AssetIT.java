package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who assets are, and what people say of them. */
class AssetIT {
  private static final String SNAPSHOTS = "/api/v1/inventory/snapshots";
  private static final String ASSETS = "/api/v1/inventory/assets/";

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void description_isChangedUponTheRevisionThatWasSeen_andAudited() {
    Client admin = Client.administrator();
    String asset = ASSETS + record(admin, "\"hostname\":\"" + name() + '"', 1);
    String etag = admin.get(asset).header("ETag").orElseThrow();

    Client.Answer changed =
        patch(admin, asset, etag, "{\"criticality\":\"critical\",\"tags\":[\"dmz\",\"pci\"]}");

    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.json().get("criticality").asText()).isEqualTo("critical");
    assertThat(patch(admin, asset, etag, "{\"tags\":[]}").status()).isEqualTo(412);
    String next = changed.header("ETag").orElseThrow();
    JsonNode tagless = patch(admin, asset, next, "{\"tags\":[]}").json();
    assertThat(tagless.get("tags")).isEmpty();
    assertThat(tagless.get("criticality").asText()).isEqualTo("critical");
    assertThat(audited(admin, "inventory.describe", asset)).isEqualTo(2);
  }

  @Test
  void badDescriptions_areRefused() {
    Client admin = Client.administrator();
    String asset = ASSETS + record(admin, "\"hostname\":\"" + name() + '"', 1);
    String etag = admin.get(asset).header("ETag").orElseThrow();
    String team = "{\"ownerTeamId\":\"" + UUID.randomUUID() + "\"}";

    assertField(patch(admin, asset, etag, "{\"criticality\":\"dire\"}"), "criticality");
    assertField(patch(admin, asset, etag, "{\"tags\":[\"\"]}"), "tags");
    assertField(patch(admin, asset, etag, team), "ownerTeamId");
    assertThat(admin.send("PATCH", asset, "{}".getBytes(StandardCharsets.UTF_8)).status())
        .isEqualTo(428);
    assertThat(patch(admin, ASSETS + UUID.randomUUID(), etag, "{}").status()).isEqualTo(404);
  }

  @Test
  void cloudsId_makesOneOfTwo_whichIsAudited() {
    Client admin = Client.administrator();
    String cloud = "aws:i-" + name();
    String agent = "agent-" + name();
    String byCloud =
        record(admin, "\"cloudId\":\"" + cloud + "\",\"hostname\":\"" + name() + '"', 1);
    String byAgent =
        record(admin, "\"agentId\":\"" + agent + "\",\"hostname\":\"" + name() + '"', 1);

    JsonNode result =
        snapshot(
            admin,
            "\"agentId\":\""
                + agent
                + "\",\"cloudId\":\""
                + cloud
                + "\",\"hostname\":\""
                + name()
                + '"',
            2);

    assertThat(result.get("assetId").asText()).isEqualTo(byAgent);
    assertThat(result.get("merged").get(0).asText()).isEqualTo(byCloud);
    assertThat(admin.get(ASSETS + byCloud).json().get("id").asText()).isEqualTo(byAgent);
    assertThat(admin.get(ASSETS + byCloud + "/components").json().get("items")).hasSize(1);
    JsonNode merges = admin.get(ASSETS + byAgent + "/merges").json();
    assertThat(merges.findValuesAsText("rule")).containsExactly("cloud_id");
    assertThat(audited(admin, "inventory.merge", ASSETS + byAgent)).isOne();
  }

  @Test
  void person_saysThatTwoAreOne() throws SQLException {
    Client admin = Client.administrator();
    String one = record(admin, "\"hostname\":\"" + name() + '"', 1);
    String two = record(admin, "\"hostname\":\"" + name() + '"', 1);
    ItDatabase.addUser("vito", "VIEWER");
    String body = "{\"asset\":\"" + two + "\"}";

    assertThat(Client.user("vito").post(ASSETS + one + "/merges", body).status()).isEqualTo(403);
    assertThat(admin.post(ASSETS + UUID.randomUUID() + "/merges", body).status()).isEqualTo(404);
    assertField(admin.post(ASSETS + two + "/merges", body), "asset");
    assertField(admin.post(ASSETS + one + "/merges", "{}"), "asset");
    Client.Answer merged = admin.post(ASSETS + one + "/merges", body);

    assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
    assertThat(merged.json().get("id").asText()).isEqualTo(one);
    assertThat(admin.get(ASSETS + two).json().get("id").asText()).isEqualTo(one);
    assertThat(audited(admin, "inventory.merge", ASSETS + one)).isOne();
  }

  private static String name() {
    return UUID.randomUUID().toString().substring(0, 13);
  }

  private static String record(Client client, String asset, int day) {
    return snapshot(client, asset, day).get("assetId").asText();
  }

  private static JsonNode snapshot(Client client, String asset, int day) {
    String body =
        "{\"asset\":{"
            + asset
            + "},\"observedAt\":\"2026-11-0"
            + day
            + "T08:00:00Z\",\"components\":[{\"ecosystem\":\"npm\",\"name\":\"a\",\"version\":\"1\","
            + "\"purl\":\"pkg:npm/a@1\"}]}";
    Client.Answer answer = client.post(SNAPSHOTS, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private static long audited(Client client, String action, String asset) {
    String id = asset.substring(asset.lastIndexOf('/') + 1);
    return client
            .get("/api/v1/audit?limit=200&action=" + action)
            .json()
            .get("items")
            .toString()
            .split(id, -1)
            .length
        - 1L;
  }

  private static Client.Answer patch(Client client, String path, String etag, String body) {
    return client.with("If-Match", etag).send("PATCH", path, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertField(Client.Answer answer, String field) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
  }
}
