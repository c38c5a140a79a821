package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.StreamSupport;
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
        patch(
            admin,
            asset,
            etag,
            "{\"criticality\":\"critical\",\"tags\":[\"dmz\",\"pci\"],\"description\":\" The shop \"}");

    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.json().get("criticality").asText()).isEqualTo("critical");
    assertThat(patch(admin, asset, etag, "{\"tags\":[]}").status()).isEqualTo(412);
    String next = changed.header("ETag").orElseThrow();
    JsonNode tagless = patch(admin, asset, next, "{\"tags\":[]}").json();
    assertThat(tagless.get("tags")).isEmpty();
    assertThat(tagless.get("criticality").asText()).isEqualTo("critical");
    assertThat(tagless.get("description").asText()).isEqualTo("The shop");
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
    String longText = "{\"description\":\"" + "x".repeat(4_001) + "\"}";
    assertField(patch(admin, asset, etag, longText), "description");
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

    Client seen = admin.with("If-Match", "\"1\"");
    assertThat(Client.user("vito").post(ASSETS + one + "/merges", body).status()).isEqualTo(403);
    assertThat(admin.post(ASSETS + one + "/merges", body).status()).isEqualTo(428);
    assertThat(admin.with("If-Match", "odd").post(ASSETS + one + "/merges", body).status())
        .isEqualTo(412);
    assertThat(seen.post(ASSETS + UUID.randomUUID() + "/merges", body).status()).isEqualTo(404);
    assertField(seen.post(ASSETS + two + "/merges", body), "asset");
    assertField(seen.post(ASSETS + one + "/merges", "{}"), "asset");
    String preview = ASSETS + one + "/merges/preview?asset=";
    assertThat(Client.user("vito").get(preview + two).status()).isEqualTo(403);
    assertThat(admin.get(preview + UUID.randomUUID()).status()).isEqualTo(404);
    assertField(admin.get(preview + one), "asset");
    assertField(admin.get(preview), "asset");
    JsonNode foreseen = admin.get(preview + two).json();
    assertThat(foreseen.at("/other/id").asText()).isEqualTo(two);
    Client.Answer stale = admin.with("If-Match", "\"7\"").post(ASSETS + one + "/merges", body);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.json().get("detail").asText()).contains("it is at revision 1");
    Client.Answer merged = seen.post(ASSETS + one + "/merges", body);

    assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
    assertThat(merged.header("ETag")).contains("\"2\"");
    assertThat(merged.json()).isEqualTo(foreseen.get("after"));
    JsonNode noted = admin.get(ASSETS + one + "/merges").json().get(0);
    assertThat(noted.at("/by/username").asText()).isEqualTo("admin");
    assertThat(noted.get("at").asText()).isNotEmpty();
    assertThat(admin.get(ASSETS + two).json().get("id").asText()).isEqualTo(one);
    assertThat(audited(admin, "inventory.merge", ASSETS + one)).isOne();
  }

  @Test
  void owner_isATeamThatAdministratorsMake() throws SQLException {
    Client admin = Client.administrator();
    String teams = "/api/v1/teams";
    String name = "Team " + name();
    Client.Answer made = admin.post(teams, "{\"name\":\"" + name + "\"}");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    String team = made.json().get("id").asText();
    assertField(admin.post(teams, "{\"name\":\"" + name + "\"}"), "name");
    assertField(admin.post(teams, "{}"), "name");

    ItDatabase.addUser("anna" + team, "ANALYST");
    ItDatabase.addUser("vera" + team, "VIEWER");
    Client analyst = Client.user("anna" + team);
    assertThat(analyst.post(teams, "{\"name\":\"Mine\"}").status()).isEqualTo(403);
    assertThat(Client.user("vera" + team).get(teams).status()).isEqualTo(403);
    String me = analyst.get("/api/v1/session").json().at("/user/id").asText();
    String member = teams + '/' + team + "/members/" + me;
    assertThat(admin.send("PUT", member, new byte[0]).status()).isEqualTo(204);
    assertThat(admin.send("PUT", member, new byte[0]).status()).isEqualTo(204);
    String nobody = teams + '/' + team + "/members/" + UUID.randomUUID();
    assertThat(admin.send("PUT", nobody, new byte[0]).status()).isEqualTo(404);
    JsonNode mine =
        StreamSupport.stream(analyst.get(teams).json().get("items").spliterator(), false)
            .filter(one -> one.get("id").asText().equals(team))
            .findFirst()
            .orElseThrow();
    assertThat(mine.at("/members/0/id").asText()).isEqualTo(me);

    String asset = ASSETS + record(admin, "\"hostname\":\"" + name() + '"', 1);
    String etag = analyst.get(asset).header("ETag").orElseThrow();
    JsonNode owned = patch(analyst, asset, etag, "{\"ownerTeamId\":\"" + team + "\"}").json();
    assertThat(owned.at("/ownerTeam/name").asText()).isEqualTo(name);
    assertThat(admin.send("DELETE", member, new byte[0]).status()).isEqualTo(204);
    assertThat(admin.send("DELETE", member, new byte[0]).status()).isEqualTo(404);
    assertThat(admin.get("/api/v1/audit?objectKind=team&objectId=" + team).json().toString())
        .contains("team.create", "team.add", "team.remove");
  }

  @Test
  void changes_betweenTwoMoments_arePagedAndCounted() {
    Client admin = Client.administrator();
    String host = "\"hostname\":\"" + name() + '"';
    String asset = ASSETS + record(admin, host, 1);
    String changes = asset + "/changes?from=2026-10-31T00:00:00Z";

    JsonNode found = admin.get(changes).json();
    assertThat(found.at("/items/0/kind").asText()).isEqualTo("installed");
    assertThat(found.at("/items/0/after/0").asText()).isEqualTo("1");
    assertThat(found.at("/totals/installed").asInt()).isEqualTo(1);
    assertThat(found.get("nextCursor").isNull()).isTrue();
    assertThat(admin.get(changes + "&kind=removed").json().get("items")).isEmpty();
    assertThat(admin.get(changes + "&to=2026-10-31T08:00:00Z").json().get("items")).isEmpty();
    assertField(admin.get(asset + "/changes"), "from");
    assertField(admin.get(changes + "&to=2026-10-30T08:00:00Z"), "to");
    assertField(admin.get(changes + "&kind=odd"), "kind");
    assertField(admin.get(changes + "&cursor=odd"), "cursor");
    assertThat(
            admin.get(ASSETS + UUID.randomUUID() + "/changes?from=2026-10-31T00:00:00Z").status())
        .isEqualTo(404);
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
