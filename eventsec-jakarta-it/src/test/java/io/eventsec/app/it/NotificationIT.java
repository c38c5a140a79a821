package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users are told of what others do with what is theirs. */
class NotificationIT {
  private static final String NOTIFICATIONS = "/api/v1/notifications";

  private Client admin = Client.anonymous();
  private Client anna = Client.anonymous();
  private String annaId = "";

  @BeforeEach
  void ready() throws SQLException {
    Await.ready();
    admin = Client.administrator();
    ItDatabase.addUser("anna", "ANALYST");
    anna = Client.user("anna");
    annaId = Cases.me(anna);
    ItDatabase.execute("delete from notifications");
  }

  @Test
  void alertGivenByAnother_isToldWithTheExchangeThatCausedIt() {
    String alert = Cases.alerts(admin).get(0);
    String path = "/api/v1/alerts/" + alert;
    String exchange = "it-" + UUID.randomUUID();
    int revision = admin.get(path).json().get("revision").asInt();
    Client.Answer given =
        Cases.patch(
            admin.with("X-Correlation-Id", exchange),
            path,
            revision,
            "{\"owner\":\"" + annaId + "\",\"assignee\":\"" + annaId + "\"}");
    assertThat(given.status()).as(given.toString()).isEqualTo(200);
    JsonNode told = anna.get(NOTIFICATIONS).json();
    assertThat(told.get("unread").asInt()).isEqualTo(2);
    assertThat(told.get("items").findValuesAsText("alertId")).containsOnly(alert);
    assertThat(told.get("items").findValuesAsText("correlationId")).containsOnly(exchange);
    assertThat(told.at("/items/0/title").asText()).startsWith("Ada assigned an alert to you: ");
    assertThat(told.at("/items/1/title").asText()).startsWith("Ada made you the owner of an alert");
    JsonNode audited = admin.get("/api/v1/audit?action=alert.owner&limit=1").json();
    assertThat(audited.at("/items/0/correlationId").asText())
        .as("the audit has the same exchange")
        .isEqualTo(exchange);
    assertThat(admin.get(NOTIFICATIONS).json().get("items")).as("nobody tells himself").isEmpty();
  }

  @Test
  void incidentMovedByAnother_isToldToThoseWhoseItIs() {
    String alert = Cases.alerts(admin).get(0);
    String incident = Cases.create(anna, "Intrusion", alert).json().get("id").asText();
    String path = "/api/v1/incidents/" + incident;
    String adminId = Cases.me(admin);
    String toAdmin = "{\"assignee\":\"" + adminId + "\"}";
    assertThat(Cases.patch(anna, path, 1, toAdmin).status()).isEqualTo(200);
    assertThat(titles(admin)).containsExactly("anna assigned an incident to you: Intrusion");
    assertThat(Cases.patch(admin, path, 2, "{\"status\":\"in_progress\"}").status()).isEqualTo(200);
    assertThat(Cases.patch(admin, path, 3, "{\"status\":\"closed\"}").status()).isEqualTo(200);
    assertThat(titles(anna))
        .containsExactly(
            "Ada closed an incident of yours: Intrusion",
            "Ada set an incident of yours to in progress: Intrusion");
    assertThat(anna.get(NOTIFICATIONS).json().get("items").findValuesAsText("incidentId"))
        .containsOnly(incident);
    assertThat(Cases.patch(anna, path, 4, "{\"status\":\"in_progress\"}").status()).isEqualTo(200);
    assertThat(titles(admin))
        .as("who works on it")
        .startsWith("anna set an incident of yours to in progress: Intrusion")
        .hasSize(2);
  }

  @Test
  void changeThatFails_isNotTold() {
    String alert = Cases.alerts(admin).get(0);
    String path =
        "/api/v1/incidents/" + Cases.create(anna, "Still", alert).json().get("id").asText();
    String stranger = "{\"status\":\"closed\",\"owner\":\"" + UUID.randomUUID() + "\"}";
    assertThat(Cases.patch(admin, path, 1, stranger).status()).isEqualTo(422);
    assertThat(Cases.patch(admin, path, 7, "{\"status\":\"closed\"}").status()).isEqualTo(412);
    assertThat(Cases.patch(admin, path, 1, "{\"status\":\"open\"}").status()).isEqualTo(409);
    assertThat(titles(anna)).isEmpty();
  }

  @Test
  void reading_isTheUsersOwn() {
    List<String> alerts = Cases.alerts(admin);
    for (String alert : alerts.subList(0, 3)) {
      String path = "/api/v1/alerts/" + alert;
      int revision = admin.get(path).json().get("revision").asInt();
      Cases.patch(admin, path, revision, "{\"owner\":\"" + annaId + "\"}");
    }
    JsonNode first = anna.get(NOTIFICATIONS + "?limit=2").json();
    assertThat(first.get("items")).hasSize(2);
    String next = NOTIFICATIONS + "?cursor=" + first.get("nextCursor").asText();
    assertThat(anna.get(next).json().get("items")).hasSize(1);
    String newest = first.at("/items/0/id").asText();
    String second = first.at("/items/1/id").asText();
    String read = NOTIFICATIONS + '/' + newest + "/read";
    assertThat(admin.post(read, "").status()).as("somebody else's").isEqualTo(404);
    assertThat(Client.anonymous().post(read, "").status()).isEqualTo(401);
    assertThat(anna.without("X-CSRF-Token").post(read, "").status()).isEqualTo(403);
    assertThat(anna.get(NOTIFICATIONS + "/unread").json().get("unread").asInt()).isEqualTo(3);
    assertThat(anna.post(NOTIFICATIONS + "/read", "{\"upTo\":\"" + second + "\"}").json())
        .hasToString("{\"unread\":1}");
    assertThat(anna.get(NOTIFICATIONS + "?unread=true").json().get("items").findValuesAsText("id"))
        .containsExactly(newest);
    assertThat(anna.post(read, "").json()).hasToString("{\"unread\":0}");
    assertThat(anna.get(NOTIFICATIONS).json().at("/items/0/readAt").isTextual()).isTrue();
    for (String bad : List.of("unread=odd", "cursor=forged", "limit=0")) {
      assertThat(anna.get(NOTIFICATIONS + '?' + bad).status()).as(bad).isEqualTo(422);
    }
    assertThat(anna.post(NOTIFICATIONS + "/read", "{\"upTo\":\"odd\"}").status()).isEqualTo(422);
    assertThat(anna.post(NOTIFICATIONS + "/odd/read", "").status()).isEqualTo(404);
  }

  @Test
  void users_areListedForThoseWhoGiveThemSomething() throws SQLException {
    ItDatabase.addUser("vera", "VIEWER");
    assertThat(Client.user("vera").get("/api/v1/users").status()).isEqualTo(403);
    JsonNode page = anna.get("/api/v1/users?limit=1").json();
    assertThat(page.at("/items/0/username").asText()).isEqualTo("admin");
    assertThat(page.at("/items/0/role").asText()).isEqualTo("admin");
    assertThat(page.at("/items/0").properties()).hasSize(4);
    String all = anna.get("/api/v1/users?cursor=" + page.get("nextCursor").asText()).text();
    assertThat(all).contains("anna", "vera", annaId).doesNotContain("PBKDF2", "passwordHash");
  }

  private static List<String> titles(Client client) {
    return client.get(NOTIFICATIONS).json().get("items").findValuesAsText("title");
  }
}
