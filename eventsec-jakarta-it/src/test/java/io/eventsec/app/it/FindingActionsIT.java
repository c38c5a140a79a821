package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do about findings. */
class FindingActionsIT {
  private static final String FINDINGS = "/api/v1/vulnerabilities/findings";
  private static final String MOVES = FINDINGS + "/moves";

  private final ItFindings given = new ItFindings();

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @AfterEach
  void forget() throws Exception {
    given.forget();
  }

  @Test
  void finding_isMovedUponItsRevision_andTellsItsHistory() throws Exception {
    Client admin = Client.administrator();
    given.publish(1);
    String asset = given.install(admin, 1);
    String path = FINDINGS + '/' + given.findings(admin, asset).get(0).get("id").asText();
    Client.Answer first = admin.get(path);
    assertThat(first.json().at("/finding/status").asText()).isEqualTo("open");
    assertThat(first.json().at("/finding/dueAt").asText()).isNotEmpty();
    assertThat(first.json().at("/finding/overdue").asBoolean()).isFalse();
    assertThat(first.json().at("/due/by").asText()).isEqualTo("policy");
    assertThat(first.json().at("/due/days").asInt()).isEqualTo(30);
    assertThat(first.json().at("/facts/criticality").asText()).isEqualTo("medium");
    assertThat(first.json().at("/facts/kev").isNull()).isTrue();
    assertThat(first.json().at("/facts/ssvc").isNull()).isTrue();
    assertThat(first.json().get("possible").toString())
        .isEqualTo("[\"in_review\",\"mitigated\",\"accepted\",\"false_positive\"]");
    String etag = first.header("ETag").orElseThrow();

    String review = "{\"status\":\"in_review\",\"reason\":\"looking\"}";
    assertThat(admin.send("PATCH", path, review.getBytes(StandardCharsets.UTF_8)).status())
        .isEqualTo(428);
    Client.Answer moved = patch(admin, path, etag, review);
    assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
    assertThat(moved.json().at("/finding/status").asText()).isEqualTo("in_review");
    assertThat(patch(admin, path, etag, review).status()).isEqualTo(412);
    String next = moved.header("ETag").orElseThrow();
    assertThat(patch(admin, path, next, "{\"status\":\"fixed\"}").status()).isEqualTo(409);

    String accept =
        "{\"status\":\"accepted\",\"reason\":\"no one can reach it\",\"until\":\"2999-01-01T00:00:00Z\"}";
    Client.Answer accepted = patch(admin, path, next, accept);
    assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
    JsonNode finding = accepted.json().get("finding");
    assertThat(finding.at("/acceptedBy/username").asText()).isNotEmpty();
    assertThat(finding.get("acceptedUntil").asText()).isEqualTo("2999-01-01T00:00:00Z");
    assertThat(accepted.json().get("history").findValuesAsText("change"))
        .containsExactly("opened", "moved", "moved");
    assertThat(accepted.json().at("/history/1/reason").asText()).isEqualTo("looking");
    assertThat(admin.get("/api/v1/audit?action=finding.move").json().toString())
        .contains("in_review", finding.get("id").asText());
  }

  @Test
  void unsoundMoves_areRefusedByField() throws Exception {
    Client admin = Client.administrator();
    given.publish(1);
    String asset = given.install(admin, 1);
    JsonNode finding = given.findings(admin, asset).get(0);
    String path = FINDINGS + '/' + finding.get("id").asText();
    String etag = '"' + finding.get("revision").asText() + '"';
    assertField(patch(admin, path, etag, "{\"status\":\"gone\"}"), "status");
    assertField(patch(admin, path, etag, "{\"status\":\"false_positive\"}"), "reason");
    assertField(patch(admin, path, etag, "{\"status\":\"accepted\",\"reason\":\"r\"}"), "until");
    assertField(
        patch(admin, path, etag, "{\"status\":\"open\",\"until\":\"2999-01-01\"}"), "until");
    assertField(
        patch(admin, path, etag, "{\"status\":\"open\",\"justification\":\"x\"}"), "justification");
    assertField(
        patch(
            admin,
            path,
            etag,
            "{\"status\":\"false_positive\",\"reason\":\"r\",\"justification\":\"x\"}"),
        "justification");
    assertField(
        patch(
            admin,
            path,
            etag,
            "{\"status\":\"accepted\",\"reason\":\"r\",\"until\":\"2999-01-01T00:00:00Z\",\"owner\":\"%s\"}"
                .formatted(UUID.randomUUID())),
        "owner");
    assertThat(patch(admin, path, etag, "{}").status()).isEqualTo(400);
    assertThat(admin.get(FINDINGS + "/none").status()).isEqualTo(404);
    assertThat(admin.get(FINDINGS + "/999999999").status()).isEqualTo(404);
    assertField(admin.post(MOVES, "{\"findings\":[],\"to\":{\"status\":\"open\"}}"), "findings");
    assertField(
        admin.post(MOVES, "{\"findings\":[{\"id\":\"x\"}],\"to\":{\"status\":\"open\"}}"),
        "findings[0].id");
    assertField(
        admin.post(
            MOVES, "{\"findings\":[{\"id\":\"1\"},{\"id\":\"1\"}],\"to\":{\"status\":\"open\"}}"),
        "findings");
    assertThat(given.findings(admin, asset).get(0).get("revision").asInt())
        .isEqualTo(finding.get("revision").asInt());
  }

  @Test
  void bulk_tellsWhatBecameOfEach() throws Exception {
    Client admin = Client.administrator();
    given.publish(3);
    String asset = given.install(admin, 3);
    JsonNode items = given.findings(admin, asset);
    assertThat(items).hasSize(3);
    String body =
        """
        {"findings":[{"id":"%s","revision":1},{"id":"%s","revision":7},{"id":"%s"},
        {"id":"999999999"}],"to":{"status":"mitigated","reason":"firewall"}}"""
            .formatted(
                items.get(0).get("id").asText(),
                items.get(1).get("id").asText(),
                items.get(2).get("id").asText());
    JsonNode answer = admin.post(MOVES, body).json();
    assertThat(answer.get("moved").asInt()).as(answer.toString()).isEqualTo(2);
    assertThat(answer.get("results").findValuesAsText("outcome"))
        .containsExactly("moved", "stale", "moved", "missing");
    assertThat(
            admin
                .get(FINDINGS + "?status=mitigated&minRisk=medium&asset=" + asset)
                .json()
                .get("items"))
        .hasSize(2);
  }

  @Test
  void lists_areFiltered() throws Exception {
    Client admin = Client.administrator();
    given.publish(2);
    String asset = given.install(admin, 2);
    String of = FINDINGS + "?asset=" + asset;
    assertThat(items(admin, of + "&minRisk=high")).hasSize(2);
    assertThat(items(admin, of + "&minRisk=critical")).isEmpty();
    assertThat(items(admin, of + "&exploited=true")).isEmpty();
    assertThat(items(admin, of + "&overdue=true")).isEmpty();
    assertThat(items(admin, FINDINGS + "?q=" + given.name(1))).hasSize(1);
    ItDatabase.execute(
        "update asset_vulnerabilities set due_at = now() - interval '1 day', exploited = true"
            + " where cast(asset_id as text) = ?",
        asset);
    assertThat(items(admin, of + "&exploited=true&overdue=true")).hasSize(2);
    assertThat(items(admin, of).get(0).get("overdue").asBoolean()).isTrue();
    for (String wrong :
        List.of("minRisk=odd", "minRisk=low&risk=low", "overdue=x", "exploited=x")) {
      assertThat(admin.get(FINDINGS + '?' + wrong).status()).as(wrong).isEqualTo(422);
    }
  }

  @Test
  void viewersReadOnly_andNobodyMovesAnotherTenants() throws Exception {
    Client admin = Client.administrator();
    given.publish(1);
    String asset = given.install(admin, 1);
    String id = given.findings(admin, asset).get(0).get("id").asText();
    ItDatabase.addUser("vi" + given.mark(), "VIEWER");
    Client viewer = Client.user("vi" + given.mark());
    assertThat(viewer.get(FINDINGS + '/' + id).status()).isEqualTo(200);
    String review = "{\"status\":\"in_review\"}";
    assertThat(patch(viewer, FINDINGS + '/' + id, "\"1\"", review).status()).isEqualTo(403);
    String bulk = "{\"findings\":[{\"id\":\"%s\"}],\"to\":%s}".formatted(id, review);
    assertThat(viewer.post(MOVES, bulk).status()).isEqualTo(403);
    assertThat(Client.anonymous().get(FINDINGS + '/' + id).status()).isEqualTo(401);
    toAnotherTenant(id);
    assertThat(admin.get(FINDINGS + '/' + id).status()).isEqualTo(404);
    assertThat(patch(admin, FINDINGS + '/' + id, "\"1\"", review).status()).isEqualTo(404);
    assertThat(admin.post(MOVES, bulk).json().at("/results/0/outcome").asText())
        .isEqualTo("missing");
  }

  private static void toAnotherTenant(String id) throws SQLException {
    ItDatabase.addTenant("other");
    ItDatabase.execute(
        """
        with held as (select c.*, f.id as finding from asset_vulnerabilities f
            join software_components c on c.id = f.component_id where f.id = cast(? as bigint)),
        a as (insert into assets (id, tenant, hostname, first_seen_at, last_seen_at)
            select gen_random_uuid(), 'other', 'h', now(), now() returning id),
        c as (insert into software_components (tenant, asset_id, component_key, ecosystem, name,
              version, purl, first_seen_at, last_seen_at)
            select 'other', a.id, h.component_key, h.ecosystem, h.name, h.version, h.purl,
              h.first_seen_at, h.last_seen_at from held h, a returning id, asset_id)
        update asset_vulnerabilities f set tenant = 'other', asset_id = c.asset_id,
          component_id = c.id from held h, c where f.id = h.finding""",
        id);
  }

  private static Client.Answer patch(Client client, String path, String etag, String body) {
    return client.with("If-Match", etag).send("PATCH", path, body.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode items(Client client, String path) {
    return client.get(path).json().get("items");
  }

  private static void assertField(Client.Answer answer, String field) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    JsonNode error = answer.json().at("/errors/0");
    assertThat(error.get("field").asText()).as(answer.toString()).isEqualTo(field);
    assertThat(error.get("cure").asText()).isNotEmpty();
  }
}
