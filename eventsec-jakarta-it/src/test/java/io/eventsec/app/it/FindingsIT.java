package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventsec.embedded.test.ProcessorTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known to be vulnerable, from feeds in a directory to findings on assets. */
class FindingsIT {
  private static final String SOURCES = "/api/v1/advisory-sources";
  private static final String FINDINGS = "/api/v1/vulnerabilities/findings";
  private static final String VECTOR = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String feed = "it-" + mark + ".jsonl";
  private int observations;

  @BeforeEach
  void ready() {
    Await.ready();
  }

  /** The next test's feeds are not held back because of this one's. */
  @AfterEach
  void forget() throws IOException {
    Files.deleteIfExists(file());
    Client admin = Client.administrator();
    runUntil(admin, "unreadable");
    assertThat(admin.post(SOURCES + '/' + feed + "/accept", "").status()).isEqualTo(202);
    Await.until(() -> source(admin), JsonNode::isMissingNode);
  }

  @Test
  void snapshot_givesFindingsWithEvidence_andAdvisoriesCloseAndReopenThem() throws IOException {
    Client admin = Client.administrator();
    write(record(1, "") + "\n{\"id\":\"\"}");
    runUntil(admin, "in_force");
    JsonNode source = source(admin);
    assertThat(source.get("records").asInt()).isEqualTo(1);
    assertThat(source.get("refused").asInt()).isEqualTo(1);
    assertThat(source.get("firstRefusal").asText()).contains("'id'");
    assertThat(source.get("ageSeconds").asLong()).isNotNegative();
    assertThat(source.get("tooOld").asBoolean(true)).isFalse();

    String asset = install(admin, name(1), "1.0.0");
    JsonNode found = Await.until(() -> findings(admin, asset), items -> !items.isEmpty()).get(0);
    assertThat(found.get("vulnerabilityId").asText()).isEqualTo(id(1));
    assertThat(found.get("status").asText()).isEqualTo("open");
    assertThat(found.get("risk").asText()).isEqualTo("high");
    assertThat(found.get("fixedVersion").asText()).isEqualTo("1.1.0");
    assertThat(found.at("/scores/cvssScore").asDouble()).isEqualTo(9.8);
    assertThat(found.at("/scores/epss").isNull()).isTrue();
    JsonNode said = found.at("/evidence/advisories/0");
    assertThat(said.get("id").asText()).isEqualTo(id(1));
    assertThat(said.get("why").asText()).contains(name(1), "1.0.0", "1.1.0");
    assertThat(found.at("/evidence/reasons")).isNotEmpty();
    assertThat(admin.get("/api/v1/vulnerabilities").json().get("advisorySources")).isNotEmpty();

    write(record(1, "\"withdrawn\":\"2026-02-01T00:00:00Z\","));
    run(admin);
    Await.until(() -> findings(admin, asset), items -> status(items).equals("fixed"));
    write(record(1, ""));
    run(admin);
    Await.until(() -> findings(admin, asset), items -> status(items).equals("open"));

    install(admin, name(1), "1.1.0");
    Await.until(() -> findings(admin, asset), items -> status(items).equals("fixed"));
  }

  /**
   * Who hands in a large one sees what it means with the answer; how long that takes is printed.
   */
  @Test
  void largeSnapshot_isComparedBeforeItIsAnswered() throws IOException {
    Client admin = Client.administrator();
    write(records(1_000));
    runUntil(admin, "in_force");
    for (int round = 0; round < 5; round++) {
      String host = "l" + mark + round;
      String body = large(host, 4_000);
      ProcessorTime processor = new ProcessorTime();
      long began = System.nanoTime();
      Client.Answer answer = admin.post("/api/v1/inventory/snapshots", body);
      JsonNode found = findings(admin, answer.json().get("assetId").asText() + "&limit=200");
      long took = System.nanoTime() - began;
      System.out.printf(
          "4000 components to visible findings: %d ms (%d ms of processors)%n",
          took / 1_000_000, processor.millis());
      assertThat(found).as("without waiting").hasSize(200);
    }
  }

  private String large(String host, int components) {
    StringBuilder body = new StringBuilder();
    for (int n = 0; n < components; n++) {
      body.append(n == 0 ? "" : ",")
          .append(
              "{\"ecosystem\":\"npm\",\"name\":\"%s\",\"version\":\"1.0.0\",".formatted(name(n)))
          .append("\"purl\":\"pkg:npm/%s@1.0.0\"}".formatted(name(n)));
    }
    return "{\"asset\":{\"hostname\":\"%s\"},\"observedAt\":\"2026-11-01T08:00:00Z\",\"components\":[%s]}"
        .formatted(host, body);
  }

  @Test
  void sourceThatLostMuch_isHeldBackUntilAnAdministratorAcceptsIt()
      throws IOException, SQLException {
    Client admin = Client.administrator();
    write(records(40));
    runUntil(admin, "in_force");
    String asset = install(admin, name(39), "1.0.0");
    Await.until(() -> findings(admin, asset), items -> status(items).equals("open"));
    write(records(10));
    runUntil(admin, "held_back");
    assertThat(source(admin).get("records").asInt()).isEqualTo(40);
    assertThat(source(admin).get("heldRecords").asInt()).isEqualTo(10);
    assertThat(status(findings(admin, asset))).isEqualTo("open");
    JsonNode component = Await.until(() -> component(admin), one -> state(one).equals("degraded"));
    assertThat(component.get("reason").asText()).contains(feed + " is held back");
    assertThat(Client.anonymous().get("/readyz").status()).isEqualTo(200);

    ItDatabase.addUser("vic" + mark, "ANALYST");
    String accept = SOURCES + '/' + feed + "/accept";
    assertThat(Client.user("vic" + mark).post(accept, "").status()).isEqualTo(403);
    assertThat(Client.anonymous().get(SOURCES).status()).isEqualTo(401);
    assertThat(admin.post(SOURCES + "/none/accept", "").status()).isEqualTo(404);
    assertThat(admin.post(accept, "").status()).isEqualTo(202);
    Await.until(() -> source(admin), one -> state(one).equals("in_force"));
    Await.until(() -> findings(admin, asset), items -> status(items).equals("fixed"));
    assertThat(admin.get("/api/v1/audit?action=advisory-source.accept").json().toString())
        .contains(feed);
    assertThat(admin.post(accept, "").status()).as("it is in force").isEqualTo(404);
  }

  private String install(Client admin, String name, String version) {
    String body =
        """
        {"asset":{"hostname":"f%s"},"observedAt":"%s","components":[{"ecosystem":"npm",
        "name":"%s","version":"%s","purl":"pkg:npm/%s@%s"}]}"""
            .formatted(
                mark,
                Instant.parse("2026-11-01T08:00:00Z").plusSeconds(++observations),
                name,
                version,
                name,
                version);
    Client.Answer answer = admin.post("/api/v1/inventory/snapshots", body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().get("assetId").asText();
  }

  private static JsonNode findings(Client admin, String asset) {
    return admin.get(FINDINGS + "?asset=" + asset).json().get("items");
  }

  private static String status(JsonNode findings) {
    return findings.path(0).path("status").asText();
  }

  private static String state(JsonNode one) {
    return one.path("state").asText();
  }

  private void runUntil(Client admin, String state) {
    run(admin);
    Await.until(() -> source(admin), one -> state(one).equals(state));
  }

  private static void run(Client admin) {
    assertThat(admin.post("/api/v1/timers/vulnerabilities/run", "").status()).isEqualTo(202);
  }

  private JsonNode source(Client admin) {
    for (JsonNode one : admin.get(SOURCES).json().get("items")) {
      if (one.get("name").asText().equals(feed)) {
        return one;
      }
    }
    return admin.get(SOURCES).json().path("none");
  }

  private static JsonNode component(Client admin) {
    JsonNode status = admin.get("/api/v1/system/status").json();
    for (JsonNode one : status.get("components")) {
      if (one.get("name").asText().equals("advisories")) {
        return one;
      }
    }
    return status.path("none");
  }

  private String records(int count) {
    List<String> records = new ArrayList<>();
    IntStream.range(0, count).forEach(n -> records.add(record(n, "")));
    return String.join("\n", records);
  }

  private String record(int n, String more) {
    return """
        {"id":"%s","modified":"2026-01-01T00:00:00Z",%s"summary":"Hole","severity":[{"type":"CVSS_V3",\
        "score":"%s"}],"affected":[{"package":{"ecosystem":"npm","name":"%s"},"ranges":[{"type":\
        "SEMVER","events":[{"introduced":"0"},{"fixed":"1.1.0"}]}]}]}"""
        .formatted(id(n), more, VECTOR, name(n));
  }

  private String id(int n) {
    return "IT-" + mark + '-' + n;
  }

  private String name(int n) {
    return "it-" + mark + '-' + n;
  }

  private Path file() {
    return ItServers.advisories().resolve(feed);
  }

  /** As mirrors do it: beside the feed, and then in its place. */
  private void write(String text) throws IOException {
    Path part = ItServers.advisories().resolve('.' + feed);
    Files.writeString(part, text);
    Files.move(part, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
