package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant makes a policy of risk, looks what it would change, and puts it in force. */
class RiskPolicyResourceIT {
  private static final String POLICIES = "/api/v1/risk-policies";
  private static final String IN_FORCE = POLICIES + "/in-force";

  private final ItFindings given = new ItFindings();

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @AfterEach
  void forget() throws Exception {
    choose(Client.administrator(), "default", 1);
    given.forget();
  }

  @Test
  void policy_isMadePreviewedAndPutInForce_andFindingsNameIt() throws Exception {
    Client admin = Client.administrator();
    String name = "it-" + given.mark();
    given.publish(2);
    String asset = given.install(admin, 2);
    assertThat(given.findings(admin, asset).findValuesAsText("risk")).containsOnly("high");

    String policy =
        """
        {"name": "%s", "levels": {"critical": [{"cvss": 9.8}]}, "dueDays": {"critical": 2}}"""
            .formatted(name);
    JsonNode preview = ok(admin.post(POLICIES + "/preview", "{\"policy\":" + policy + "}"));
    assertThat(preview.get("changed").asLong()).isGreaterThanOrEqualTo(2);
    assertThat(preview.get("moves").toString())
        .contains("\"from\":\"high\"", "\"to\":\"critical\"");
    assertThat(preview.get("examples").size()).isBetween(1, 50);
    assertThat(given.findings(admin, asset).findValuesAsText("risk")).containsOnly("high");

    String request = "{\"reason\":\"the board wants it\",\"policy\":" + policy + "}";
    Client.Answer made = admin.post(POLICIES, request);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().at("/policy/version").asInt()).isEqualTo(1);
    assertThat(made.json().at("/createdBy/username").asText()).isEqualTo("admin");
    JsonNode read = ok(admin.get(POLICIES + '/' + name + "/versions/1"));
    assertThat(read).isEqualTo(made.json());
    assertThat(read.at("/policy/levels/critical/0/cvss").asDouble()).isEqualTo(9.8);
    assertThat(read.at("/policy/levels/critical/0/epss").isNull()).isTrue();
    assertThat(ok(admin.get(POLICIES + '/' + name + "/versions/1/preview")).get("changed"))
        .isEqualTo(preview.get("changed"));
    String again = "{\"reason\":\"as it was\",\"policy\":" + read.get("policy") + "}";
    assertThat(admin.post(POLICIES, again).toString()).contains("the next one is 2");

    Client.Answer chosen = choose(admin, name, 1);
    assertThat(chosen.status()).as(chosen.toString()).isEqualTo(200);
    Await.until(
        () -> given.findings(admin, asset).findValuesAsText("risk"),
        risks -> risks.size() == 2 && !risks.contains("high"));
    JsonNode finding = given.findings(admin, asset).get(0);
    JsonNode detail =
        ok(admin.get("/api/v1/vulnerabilities/findings/" + finding.get("id").asText()));
    assertThat(detail.toString()).contains("\"" + name + " 1\"");
    JsonNode last = detail.get("history").get(detail.get("history").size() - 1);
    assertThat(last.get("change").asText()).isEqualTo("label");
    assertThat(last.get("source").asText()).isEqualTo(name + " 1");

    JsonNode listed = ok(admin.get(POLICIES + "?limit=200"));
    assertThat(listed.at("/inForce/name").asText()).isEqualTo(name);
    assertThat(listed.at("/builtIn/policy/name").asText()).isEqualTo("default");
    assertThat(listed.get("items").findValuesAsText("name")).contains(name);
    JsonNode audited =
        ok(admin.get("/api/v1/audit?objectKind=risk-policy&objectId=" + name + "%201"));
    assertThat(audited.get("items").findValuesAsText("action"))
        .contains("risk-policy.choose", "risk-policy.create");
  }

  @Test
  void unsoundRequests_areRefusedByField() {
    Client admin = Client.administrator();
    assertField(
        admin.post(
            POLICIES,
            "{\"reason\":\"r\",\"policy\":{\"name\":\"a\",\"levels\":{\"high\":[{\"cvss\":11}]}}}"),
        "policy.levels.high[0].cvss");
    assertField(admin.post(POLICIES, "{\"policy\":{\"name\":\"a\",\"levels\":{}}}"), "reason");
    assertField(
        admin.post(POLICIES, "{\"reason\":\"r\",\"policy\":{\"name\":\"default\",\"levels\":{}}}"),
        "policy");
    assertThat(admin.post(POLICIES, "{}").status()).isEqualTo(400);
    assertThat(admin.get(POLICIES + "/default/versions/1").status()).isEqualTo(200);
    assertThat(admin.get(POLICIES + "/default/versions/2").status()).isEqualTo(404);
    assertThat(choose(admin, "nobody", 1).status()).isEqualTo(404);
    byte[] body = choice("default", 1);
    assertThat(admin.send("PUT", IN_FORCE, body).status()).isEqualTo(428);
    assertThat(admin.with("If-Match", "\"99999\"").send("PUT", IN_FORCE, body).status())
        .isEqualTo(412);
  }

  private static Client.Answer choose(Client client, String name, int version) {
    String tag = client.get(IN_FORCE).header("ETag").orElseThrow();
    return client.with("If-Match", tag).send("PUT", IN_FORCE, choice(name, version));
  }

  private static byte[] choice(String name, int version) {
    return "{\"name\":\"%s\",\"version\":%d,\"reason\":\"a test\"}"
        .formatted(name, version)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode ok(Client.Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private static void assertField(Client.Answer answer, String field) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(answer.json().at("/errors/0/cure").asText()).isNotBlank();
  }
}
