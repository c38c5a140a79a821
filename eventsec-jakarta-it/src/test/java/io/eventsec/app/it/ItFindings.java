package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Findings of a test's own: a feed, and a host with what it speaks of. */
final class ItFindings {
  private static final String SOURCES = "/api/v1/advisory-sources";
  private static final String VECTOR = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String feed = "it-" + mark + ".jsonl";

  String mark() {
    return mark;
  }

  /** The id of an advisory, counted from zero. */
  String id(int n) {
    return "IT-" + mark + '-' + n;
  }

  /** The name of the component that it speaks of. */
  String name(int n) {
    return "it-" + mark + '-' + n;
  }

  /** Puts so many advisories in force, of CVSS 9.8. */
  void publish(int count) throws IOException {
    String text =
        IntStream.range(0, count).mapToObj(this::record).collect(Collectors.joining("\n"));
    Path part = ItServers.advisories().resolve('.' + feed);
    Files.writeString(part, text);
    Files.move(part, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    runUntil(Client.administrator(), "in_force");
  }

  /** Says that a host has the components of the first so many. */
  String install(Client admin, int count) {
    String components =
        IntStream.range(0, count)
            .mapToObj(
                n ->
                    "{\"ecosystem\":\"npm\",\"name\":\"%s\",\"version\":\"1.0.0\",\"purl\":\"pkg:npm/%s@1.0.0\"}"
                        .formatted(name(n), name(n)))
            .collect(Collectors.joining(","));
    Client.Answer answer =
        admin.post(
            "/api/v1/inventory/snapshots",
            "{\"asset\":{\"hostname\":\"f%s\"},\"observedAt\":\"2026-11-01T08:00:00Z\",\"components\":[%s]}"
                .formatted(mark, components));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    String asset = answer.json().get("assetId").asText();
    Await.until(() -> findings(admin, asset), items -> items.size() == count);
    return asset;
  }

  JsonNode findings(Client admin, String asset) {
    return admin.get("/api/v1/vulnerabilities/findings?asset=" + asset).json().get("items");
  }

  /** The next test's feeds are not held back because of this one's. */
  void forget() throws IOException {
    Client admin = Client.administrator();
    if (Files.deleteIfExists(file())) {
      runUntil(admin, "unreadable");
      assertThat(admin.post(SOURCES + '/' + feed + "/accept", "").status()).isEqualTo(202);
      Await.until(() -> state(admin), String::isEmpty);
    }
  }

  private void runUntil(Client admin, String state) {
    assertThat(admin.post("/api/v1/timers/vulnerabilities/run", "").status()).isEqualTo(202);
    Await.until(() -> state(admin), state::equals);
  }

  private String state(Client admin) {
    for (JsonNode one : admin.get(SOURCES).json().get("items")) {
      if (one.get("name").asText().equals(feed)) {
        return one.get("state").asText();
      }
    }
    return "";
  }

  private String record(int n) {
    return """
        {"id":"%s","modified":"2026-01-01T00:00:00Z","summary":"Hole","severity":[{"type":"CVSS_V3",\
        "score":"%s"}],"affected":[{"package":{"ecosystem":"npm","name":"%s"},"ranges":[{"type":\
        "SEMVER","events":[{"introduced":"0"},{"fixed":"1.1.0"}]}]}]}"""
        .formatted(id(n), VECTOR, name(n));
  }

  private Path file() {
    return ItServers.advisories().resolve(feed);
  }
}
