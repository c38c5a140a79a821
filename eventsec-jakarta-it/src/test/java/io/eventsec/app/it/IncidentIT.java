package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts in somebody's hands, incidents made of them, and the audit of it all. */
class IncidentIT {
  private static final String INCIDENTS = "/api/v1/incidents";

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void incident_goesFromAlertsToItsEnd() {
    Client admin = Client.administrator();
    String me = Cases.me(admin);
    List<String> alerts = Cases.alerts(admin);
    Client.Answer made = Cases.create(admin, "Someone is inside", alerts.get(0));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    String path = INCIDENTS + '/' + made.json().get("id").asText();
    assertThat(made.header("Location").orElseThrow()).endsWith(path);
    assertThat(made.header("ETag")).hasValue("\"1\"");
    assertThat(made.json().at("/people/owner/id").asText()).isEqualTo(me);
    assertThat(made.json().get("items").findValuesAsText("key")).containsExactly(alerts.get(0));

    Client.Answer renamed =
        Cases.patch(admin, path, 1, "{\"title\":\"Someone was inside\",\"comment\":\"Out again\"}");
    assertThat(renamed.json().get("title").asText()).isEqualTo("Someone was inside");
    JsonNode noted = renamed.json().get("history").get(2);
    assertThat(noted.get("change").asText()).isEqualTo("title");
    assertThat(noted.get("from").asText()).isEqualTo("Someone is inside");
    assertThat(noted.get("to").asText()).isEqualTo("Someone was inside");

    Client.Answer taken =
        Cases.patch(admin, path, 2, "{\"status\":\"in_progress\",\"assignee\":\"" + me + "\"}");
    assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
    assertThat(taken.json().at("/people/assignee/id").asText()).isEqualTo(me);
    int revision = taken.json().get("revision").asInt();
    assertThat(taken.header("ETag")).hasValue("\"" + revision + '"');

    String items = "{\"items\":[{\"kind\":\"alert\",\"key\":\"" + alerts.get(1) + "\"}]}";
    JsonNode larger = Cases.etag(admin, revision).post(path + "/items", items).json();
    assertThat(larger.get("itemCount").asInt()).isEqualTo(2);
    String item = larger.at("/items/1/id").asText();
    JsonNode smaller =
        Cases.etag(admin, larger.get("revision").asInt())
            .send("DELETE", path + "/items/" + item, new byte[0])
            .json();
    assertThat(smaller.get("itemCount").asInt()).isEqualTo(1);

    JsonNode closed =
        Cases.patch(
                admin,
                path,
                smaller.get("revision").asInt(),
                "{\"status\":\"closed\",\"owner\":\"none\",\"comment\":\"A drill\"}")
            .json();
    assertThat(closed.at("/people/closedBy/id").asText()).isEqualTo(me);
    assertThat(closed.at("/people/owner").isNull()).isTrue();
    assertThat(admin.get(path).json()).isEqualTo(closed);
    assertThat(closed.get("history").findValuesAsText("change"))
        .containsExactly(
            "created",
            "item_added",
            "title",
            "status",
            "assignee",
            "item_added",
            "item_removed",
            "status",
            "owner");
    assertAudited(admin, closed.get("id").asText());
  }

  @Test
  void list_isFilteredAndPaged() {
    Client admin = Client.administrator();
    String alert = Cases.alerts(admin).get(0);
    String first = Cases.create(admin, "One", alert).json().get("id").asText();
    String second = Cases.create(admin, "Two", alert).json().get("id").asText();
    String list = INCIDENTS + "?limit=1&status=open&severity=high&alert=" + alert;
    JsonNode page = admin.get(list).json();
    assertThat(page.at("/items/0/id").asText()).isEqualTo(second);
    JsonNode next = admin.get(list + "&cursor=" + page.get("nextCursor").asText()).json();
    assertThat(next.at("/items/0/id").asText()).isEqualTo(first);
    assertThat(admin.get(INCIDENTS + "?status=closed&alert=" + alert).json().get("items"))
        .isEmpty();
    assertThat(admin.get(INCIDENTS + "?owner=" + UUID.randomUUID()).json().get("items")).isEmpty();
    for (String bad : List.of("status=odd", "owner=odd", "alert=odd", "cursor=forged")) {
      assertThat(admin.get(INCIDENTS + '?' + bad).status()).as(bad).isEqualTo(422);
    }
  }

  @Test
  void badChanges_changeNothing() {
    Client admin = Client.administrator();
    String alert = Cases.alerts(admin).get(0);
    String path = INCIDENTS + '/' + Cases.create(admin, "Still", alert).json().get("id").asText();
    JsonNode before = admin.get(path).json();
    assertThat(
            admin
                .send("PATCH", path, "{\"status\":\"closed\"}".getBytes(StandardCharsets.UTF_8))
                .status())
        .isEqualTo(428);
    assertThat(Cases.patch(admin, path, 7, "{\"status\":\"closed\"}").status()).isEqualTo(412);
    assertThat(Cases.patch(admin, path, 1, "{\"status\":\"odd\"}").status()).isEqualTo(422);
    assertThat(Cases.patch(admin, path, 1, "{}").status()).isEqualTo(400);
    Client.Answer backwards = Cases.patch(admin, path, 1, "{\"status\":\"open\"}");
    assertThat(backwards.status()).isEqualTo(409);
    assertThat(backwards.json().get("type").asText()).endsWith(":conflict");
    assertThat(backwards.json().get("detail").asText()).contains("OPEN", "CLOSED");
    assertThat(Cases.patch(admin, path, 1, "{\"title\":\" \"}").text()).contains("title");
    String stranger = "\"" + UUID.randomUUID() + '"';
    Client.Answer half =
        Cases.patch(admin, path, 1, "{\"status\":\"closed\",\"owner\":" + stranger + '}');
    assertThat(half.status()).isEqualTo(422);
    assertThat(half.json().at("/errors/0/field").asText()).isEqualTo("owner");
    Client seen = Cases.etag(admin, 1);
    String unknown = "{\"items\":[{\"kind\":\"asset\",\"key\":" + stranger + "}]}";
    assertThat(seen.post(path + "/items", unknown).status()).isEqualTo(422);
    assertThat(seen.post(path + "/items", "{\"items\":[{\"kind\":\"odd\"}]}").text())
        .contains("items[0].kind");
    assertThat(seen.send("DELETE", path + "/items/999999", new byte[0]).status()).isEqualTo(404);
    assertThat(admin.get(path).json()).as("all or nothing").isEqualTo(before);
    String audit = "/api/v1/audit?objectKind=incident&objectId=" + before.get("id").asText();
    assertThat(admin.get(audit).json().get("items").findValuesAsText("action"))
        .as("what was not done is not in the audit")
        .containsExactly("incident.create");
    String missing = INCIDENTS + '/' + UUID.randomUUID();
    assertThat(Cases.patch(admin, missing, 1, "{\"status\":\"closed\"}").status()).isEqualTo(404);
    assertThat(admin.get(missing).status()).isEqualTo(404);
    assertThat(Cases.create(admin, "", alert).status()).isEqualTo(422);
    assertThat(Cases.create(admin, "Unknown", "0".repeat(32)).status()).isEqualTo(422);
    assertThat(Cases.create(admin, "No id", "odd").text()).contains("alerts[0]");
  }

  @Test
  void rolesAndTenants_areKeptApart() throws SQLException {
    Client admin = Client.administrator();
    String alert = Cases.alerts(admin).get(0);
    ItDatabase.addUser("vera", "VIEWER");
    ItDatabase.addUser("anna", "ANALYST");
    Client viewer = Client.user("vera");
    assertThat(viewer.get(INCIDENTS).status()).isEqualTo(200);
    assertThat(Cases.create(viewer, "Mine", alert).status()).isEqualTo(403);
    assertThat(viewer.get("/api/v1/audit").status()).isEqualTo(403);
    Client analyst = Client.user("anna");
    assertThat(Cases.create(analyst, "Mine", alert).status()).isEqualTo(201);
    assertThat(analyst.get("/api/v1/audit").status()).isEqualTo(403);
    assertThat(Client.anonymous().get(INCIDENTS).status()).isEqualTo(401);
    String foreign = foreignIncident();
    assertThat(admin.get(INCIDENTS + '/' + foreign).status()).isEqualTo(404);
    assertThat(Cases.patch(admin, INCIDENTS + '/' + foreign, 1, "{\"owner\":\"none\"}").status())
        .isEqualTo(404);
    assertThat(admin.get(INCIDENTS + "?limit=200").text()).doesNotContain(foreign);
  }

  @Test
  void alert_isGivenToSomebodyAndTakenFromThem() {
    Client admin = Client.administrator();
    String me = Cases.me(admin);
    String path = "/api/v1/alerts/" + Cases.alerts(admin).get(2);
    int revision = admin.get(path).json().get("revision").asInt();
    JsonNode mine =
        Cases.patch(admin, path, revision, "{\"owner\":\"" + me + "\",\"assignee\":\"" + me + "\"}")
            .json();
    assertThat(mine.at("/people/owner/id").asText()).isEqualTo(me);
    assertThat(mine.at("/people/assignee/username").asText()).isEqualTo("admin");
    assertThat(mine.get("history").findValuesAsText("change")).endsWith("owner", "assignee");
    JsonNode nobodys =
        Cases.patch(admin, path, mine.get("revision").asInt(), "{\"owner\":\"none\"}").json();
    assertThat(nobodys.at("/people/owner").isNull()).isTrue();
    assertThat(Cases.patch(admin, path, revision, "{\"owner\":\"none\"}").status()).isEqualTo(412);
    String stranger = "{\"owner\":\"" + UUID.randomUUID() + "\"}";
    assertThat(Cases.patch(admin, path, nobodys.get("revision").asInt(), stranger).status())
        .isEqualTo(422);
    assertThat(
            admin.get("/api/v1/audit?action=alert.owner&actor=" + me).json().at("/items/0/details"))
        .hasToString("{\"to\":\"none\"}");
  }

  @Test
  void sensorsTimersAndSources_areAuditedAndListed() {
    Client admin = Client.administrator();
    String name = "s-" + UUID.randomUUID();
    JsonNode made = admin.post("/api/v1/sensors", "{\"name\":\"" + name + "\"}").json();
    String id = made.get("id").asText();
    assertThat(source(admin, id).get("state").asText()).isEqualTo("unused");
    Client sensor = Client.sensor().with("Authorization", "Bearer " + made.get("token").asText());
    assertThat(sensor.post("/api/v1/ingest/x", "{}").status()).isEqualTo(202);
    assertThat(source(admin, id).get("state").asText()).isEqualTo("used");
    assertThat(source(admin, id).get("silentForSeconds").isNumber()).isTrue();
    admin.send("DELETE", "/api/v1/sensors/" + id, new byte[0]);
    assertThat(source(admin, id).get("state").asText()).isEqualTo("revoked");
    JsonNode entries =
        admin.get("/api/v1/audit?objectKind=sensor&objectId=" + id).json().get("items");
    assertThat(entries.findValuesAsText("action"))
        .containsExactly("sensor.revoke", "sensor.create");
    assertThat(entries.toString()).doesNotContain(made.get("token").asText());

    Client run = admin.with("X-Correlation-Id", "it-" + UUID.randomUUID());
    Client.Answer answer = run.post("/api/v1/timers/watchdog/run", "");
    assertThat(answer.status()).isEqualTo(202);
    JsonNode entry = admin.get("/api/v1/audit?action=timer.run&limit=1").json().at("/items/0");
    assertThat(entry.get("objectId").asText()).isEqualTo("watchdog");
    assertThat(entry.get("correlationId").asText())
        .isEqualTo(answer.header("X-Correlation-Id").orElseThrow());
    assertThat(entry.get("remoteAddress").asText()).isEqualTo("127.0.0.1");
    for (String bad : List.of("actor=odd", "from=odd", "objectKind=sensor", "cursor=forged")) {
      assertThat(admin.get("/api/v1/audit?" + bad).status()).as(bad).isEqualTo(422);
    }
  }

  private static void assertAudited(Client admin, String incident) {
    JsonNode entries =
        admin.get("/api/v1/audit?objectKind=incident&objectId=" + incident).json().get("items");
    assertThat(entries.findValuesAsText("action"))
        .containsExactlyInAnyOrder(
            "incident.owner",
            "incident.title",
            "incident.status",
            "incident.items.remove",
            "incident.items.add",
            "incident.assignee",
            "incident.status",
            "incident.create");
    assertThat(entries.findValuesAsText("actor")).containsOnly("admin");
  }

  private static String foreignIncident() throws SQLException {
    ItDatabase.addTenant("other");
    String user = UUID.randomUUID().toString();
    String incident = UUID.randomUUID().toString();
    ItDatabase.execute(
        "insert into users (id, tenant, username, display_name, role, password_hash, created_at)"
            + " values (cast(? as uuid), 'other', ?, 'Olga', 'ADMIN', 'none', now())",
        user,
        "u" + user.substring(0, 8));
    ItDatabase.execute(
        "insert into incidents (id, tenant, title, severity, created_by, created_at, updated_at)"
            + " values (cast(? as uuid), 'other', 'Theirs', 3, cast(? as uuid), now(), now())",
        incident,
        user);
    return incident;
  }

  private static JsonNode source(Client admin, String id) {
    for (JsonNode source : admin.get("/api/v1/sources").json().get("items")) {
      if (source.get("id").asText().equals(id)) {
        return source;
      }
    }
    throw new AssertionError("No source " + id);
  }
}
