package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant says when its users are told what was found. */
class DigestTimeIT {
  private static final String TIME = "/api/v1/vulnerabilities/digest-time";

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @AfterEach
  void forget() throws Exception {
    set(Client.administrator(), "{}");
  }

  @Test
  void time_isTheInstallationsUntilItIsSet_andIsAudited() throws Exception {
    Client admin = Client.administrator();
    JsonNode usual = ok(admin.get(TIME));
    assertThat(usual.get("usual").asBoolean()).isTrue();
    assertThat(usual.get("hour").asInt()).isEqualTo(7);
    assertThat(usual.get("zone").asText()).isEqualTo("UTC");
    JsonNode set = ok(set(admin, "{\"hour\":18,\"zone\":\"Europe/Berlin\"}"));
    assertThat(set.get("usual").asBoolean()).isFalse();
    assertThat(set.get("revision").asInt()).isEqualTo(usual.get("revision").asInt() + 1);
    assertThat(ok(admin.get(TIME))).isEqualTo(set);
    JsonNode audited = ok(admin.get("/api/v1/audit?objectKind=digest-time&objectId=default"));
    assertThat(audited.get("items").get(0).toString())
        .contains("digest-time.set", "18:00 Europe/Berlin", "installation");
    JsonNode again = ok(set(admin, "{}"));
    assertThat(again.get("hour").asInt()).isEqualTo(7);
    assertThat(again.get("usual").asBoolean()).isTrue();
  }

  @Test
  void unsoundTimes_areRefusedByField_andSoIsWhoSawAnOldOne() {
    Client admin = Client.administrator();
    assertField(set(admin, "{\"hour\":24,\"zone\":\"UTC\"}"), "hour");
    assertField(set(admin, "{\"hour\":1,\"zone\":\"Europe/Nowhere\"}"), "zone");
    assertThat(set(admin, "{\"hour\":1}").status()).isEqualTo(400);
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    assertThat(admin.send("PUT", TIME, body).status()).isEqualTo(428);
    assertThat(admin.with("If-Match", "\"99999\"").send("PUT", TIME, body).status()).isEqualTo(412);
  }

  private static Client.Answer set(Client client, String body) {
    String tag = client.get(TIME).header("ETag").orElseThrow();
    return client.with("If-Match", tag).send("PUT", TIME, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertField(Client.Answer answer, String field) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.json().get("errors").get(0).get("field").asText()).isEqualTo(field);
  }

  private static JsonNode ok(Client.Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }
}
