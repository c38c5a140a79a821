package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.eventsec.rules.SampleCapture;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rule has seen, and that it is run over what it has not. */
class CoverageIT {
  /** A name of rules in force that no others have. */
  private static final String NO_RULES = "f".repeat(32);

  private final String source = "c" + UUID.randomUUID().toString().substring(0, 8);
  private final Client admin = Client.administrator();

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void gap_isTold_andReevaluated() throws SQLException {
    JsonNode alert = alert();
    String id = alert.path("id").asText();
    String rule = "/api/v1/rules/" + alert.path("ruleId").asText();
    JsonNode seen = admin.get(rule + "/coverage").json();
    assertThat(seen.path("version").asText()).isEqualTo(alert.path("ruleVersion").asText());
    assertThat(of(seen.path("covered")).path("events").asInt()).isPositive();
    assertThat(of(seen.path("gaps")).isMissingNode()).isTrue();

    // As if the rule had not been there.
    forget(id);

    JsonNode gap = of(admin.get(rule + "/coverage").json().path("gaps"));
    assertThat(gap.path("reason").asText()).isEqualTo("absent");
    assertThat(gap.path("state").asText()).isEqualTo("open");
    assertThat(gap.path("reevaluable").asBoolean()).isTrue();
    assertThat(admin.get("/api/v1/alerts/" + id).status()).isEqualTo(404);

    refusals(rule);
    String body =
        "{\"ranges\":[{\"source\":\""
            + source
            + "\",\"fromPosition\":1,\"toPosition\":"
            + gap.path("toPosition").asLong()
            + "}]}";
    Client.Answer asked = admin.post(rule + "/reevaluations", body);
    assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
    assertThat(admin.post(rule + "/reevaluations", body).status())
        .as("again, while it waits or after")
        .isIn(202, 409);
    assertThat(asked.json().at("/items/0/requestedBy").asText()).isEqualTo("admin");
    assertThat(asked.json().at("/items/0/fromPosition").asLong())
        .as("no more than the gap")
        .isEqualTo(gap.path("fromPosition").asLong());
    JsonNode done =
        Await.until(
            () -> admin.get(rule + "/reevaluations").json().at("/items/0"),
            item -> item.path("state").asText().equals("done"));
    assertThat(done.path("alerts").asInt()).isPositive();
    assertThat(done.path("events").asLong()).isEqualTo(gap.path("events").asLong());

    assertThat(admin.get("/api/v1/alerts/" + id).json().path("title").asText())
        .isEqualTo(alert.path("title").asText());
    assertThat(of(admin.get(rule + "/coverage").json().path("gaps")).path("state").asText())
        .isEqualTo("reevaluated");
    Client.Answer again = admin.post(rule + "/reevaluations", body);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.toString()).contains("nothing to re-evaluate");
    assertThat(admin.get("/api/v1/audit?action=rule.reevaluate").json().toString())
        .contains(alert.path("ruleId").asText());
  }

  @Test
  void rulesWithGaps_areListedPageByPage() throws SQLException {
    forget(alert().path("id").asText());
    JsonNode first = admin.get("/api/v1/coverage/gaps?limit=1").json();
    assertThat(first.path("items")).hasSize(1);
    assertThat(first.path("complete").asBoolean()).isTrue();
    assertThat(first.at("/items/0/gaps/0/reason").asText()).isEqualTo("absent");
    String cursor = first.path("nextCursor").asText();
    assertThat(cursor).isEqualTo(first.at("/items/0/ruleId").asText());
    JsonNode second = admin.get("/api/v1/coverage/gaps?limit=1&cursor=" + cursor).json();
    assertThat(second.at("/items/0/ruleId").asText()).isGreaterThan(cursor);
    assertThat(admin.get("/api/v1/coverage/gaps?reason=version&state=gone").json().path("items"))
        .isEmpty();
    assertThat(admin.get("/api/v1/coverage/gaps?reason=odd").status()).isEqualTo(422);
  }

  private static void refusals(String rule) throws SQLException {
    Client user = Client.administrator();
    ItDatabase.addUser("vera", "VIEWER");
    String path = rule + "/reevaluations";
    assertThat(Client.user("vera").post(path, "{\"all\":true}").status()).isEqualTo(403);
    assertThat(user.post(path, "{}").status()).isEqualTo(400);
    assertThat(user.post(path, "{\"all\":true,\"ranges\":[]}").status()).isEqualTo(400);
    assertThat(user.post(path, "{\"ranges\":[]}").status()).isEqualTo(422);
    assertThat(user.post(path, "{\"ranges\":[{\"source\":\"x\",\"fromPosition\":0}]}").status())
        .isEqualTo(422);
    Client.Answer none =
        user.post(path, "{\"ranges\":[{\"source\":\"none\",\"fromPosition\":1,\"toPosition\":2}]}");
    assertThat(none.status()).isEqualTo(409);
    assertThat(user.post("/api/v1/rules/none/reevaluations", "{\"all\":true}").status())
        .isEqualTo(404);
    assertThat(user.get("/api/v1/rules/none/coverage").status()).isEqualTo(404);
  }

  /** An alert of the sample capture, sent under a name of our own. */
  private JsonNode alert() {
    for (var stream : SampleCapture.endingAt(Instant.now())) {
      Client.Answer answer =
          Client.sensor().post("/api/v1/ingest/" + source, String.join("\n", stream.lines()));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    }
    allRead();
    return Await.until(
            () -> admin.get("/api/v1/alerts?limit=200&q=" + source).json().path("items"),
            items -> items.size() >= 3)
        .get(0);
  }

  private void forget(String alert) throws SQLException {
    allRead();
    ItDatabase.execute("delete from alerts where id = ?", alert);
    ItDatabase.execute(
        "insert into rule_sets (tenant, set_id) values ('default', ?) on conflict do nothing",
        NO_RULES);
    ItDatabase.execute("update coverage set set_id = ? where source = ?", NO_RULES, source);
  }

  private void allRead() {
    Await.until(
        () -> admin.get("/api/v1/coverage/gaps?limit=1").json().path("waiting"),
        waiting -> of(waiting).isMissingNode());
  }

  /** That of the source of this test. */
  private JsonNode of(JsonNode spans) {
    return StreamSupport.stream(spans.spliterator(), false)
        .filter(span -> span.path("source").asText().equals(source))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }
}
