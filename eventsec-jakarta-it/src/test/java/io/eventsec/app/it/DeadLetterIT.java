package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What could not be understood is seen, mended and replayed. */
class DeadLetterIT {
  private final String source = "letters-" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void lineOfNoKnownFormat_isReplayedOnceItsFormatIsNamed() {
    Client admin = Client.administrator();
    String host = "h" + source;
    String line = host + " has no time and no priority";
    send(line + "\n{\"broken\":\n");
    JsonNode letters = letters(admin, 2);
    String id = letters.findParent("id").get("id").asText();
    assertThat(admin.get("/api/v1/dead-letters/" + id).json().get("raw").asText()).isNotEmpty();

    JsonNode unnamed = replay(admin, "");
    assertThat(unnamed.get("replayed").asInt()).isZero();
    assertThat(unnamed.get("stillRefused").asInt()).isEqualTo(2);
    JsonNode named = replay(admin, ",\"format\":\"syslog\"");
    assertThat(named.get("replayed").asInt()).isEqualTo(2);
    assertThat(named.get("next").asText()).isEmpty();

    assertThat(of(admin)).isEmpty();
    String query = "/api/v1/events?filter=eventsec.source:" + source;
    JsonNode found =
        Await.until(() -> admin.get(query).json(), answer -> answer.path("total").asInt() == 2);
    assertThat(found.toString()).contains(host);
    assertThat(admin.get("/api/v1/audit?limit=50").text()).contains("dead-letter.replay");
  }

  @Test
  void discardedLetters_areGone_andTheAuditSaysSo() {
    Client admin = Client.administrator();
    send("{\"a\":\n{\"b\":\n");
    letters(admin, 2);

    JsonNode answer =
        admin
            .post(
                "/api/v1/dead-letters/discard",
                "{\"stage\":\"parse\",\"cause\":\"json.syntax\",\"source\":\"" + source + "\"}")
            .json();

    assertThat(answer.get("discarded").asInt()).isEqualTo(2);
    assertThat(answer.get("more").asBoolean()).isFalse();
    assertThat(of(admin)).isEmpty();
    assertThat(admin.get("/api/v1/audit?limit=50").text()).contains("dead-letter.discard");
  }

  @Test
  void standing_saysWhatThereIs_whatIsKept_andWhatReadsNow() {
    Client admin = Client.administrator();
    send("{\"c\":\n");
    JsonNode letter = letters(admin, 1).get(0);
    JsonNode standing = admin.get("/api/v1/dead-letters/standing").json();
    assertThat(standing.get("letters").asLong()).isPositive();
    assertThat(standing.get("bytes").asLong()).isPositive();
    assertThat(standing.get("mostLetters").asLong()).isEqualTo(500_000);
    assertThat(standing.get("parser").asText()).isEqualTo(letter.get("parser").asText());
    assertThat(standing.get("parser").asText()).matches("[^/]+/[0-9a-f]{8}");
    assertThat(standing.get("notices")).isEmpty();
  }

  @Test
  void wrongRequests_areTold_andViewersMayNot() {
    Client admin = Client.administrator();
    assertThat(admin.post("/api/v1/dead-letters/replay", "{\"ids\":[\"x\"]}").status())
        .isEqualTo(422);
    assertThat(admin.post("/api/v1/dead-letters/replay", "{\"format\":\"x\"}").text())
        .contains("suricata-eve");
    assertThat(admin.post("/api/v1/dead-letters/discard", "{\"stage\":\"x\"}").status())
        .isEqualTo(422);
    assertThat(admin.get("/api/v1/dead-letters/999999999999").status()).isEqualTo(404);
    assertThat(Client.anonymous().get("/api/v1/dead-letters/1").status()).isEqualTo(401);
  }

  private void send(String lines) {
    Client sensor = Client.sensor().with("Content-Type", "text/plain");
    assertThat(
            sensor
                .send("POST", "/api/v1/ingest/" + source, lines.getBytes(StandardCharsets.UTF_8))
                .status())
        .isEqualTo(202);
  }

  private JsonNode letters(Client admin, int count) {
    Await.until(() -> of(admin), text -> text.split("\"raw\"", -1).length == count + 1);
    return admin.get("/api/v1/dead-letters?limit=200").json().get("items");
  }

  /** Those of this test's source. */
  private String of(Client admin) {
    StringBuilder own = new StringBuilder();
    for (JsonNode letter : admin.get("/api/v1/dead-letters?limit=200").json().get("items")) {
      if (letter.get("source").asText().equals(source)) {
        own.append(letter);
      }
    }
    return own.toString();
  }

  private JsonNode replay(Client admin, String more) {
    return admin
        .post("/api/v1/dead-letters/replay", "{\"source\":\"" + source + "\"" + more + "}")
        .json();
  }
}
