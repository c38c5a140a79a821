package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Findings of a test's own: a feed, and a host with what it speaks of. */
final class ItFindings {
  private static final String SOURCES = "/api/v1/advisory-sources";
  private static final String VECTOR = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String feed = "it-" + mark + ".jsonl";
  private final String exploitedFeed = "it-" + mark + "-kev.json";
  private final String prefix;

  ItFindings() {
    prefix = "IT-" + mark + '-';
  }

  private ItFindings(String prefix) {
    this.prefix = prefix;
  }

  /** Vulnerabilities with numbers of CVE, which others may speak of. */
  static ItFindings ofCves() {
    return new ItFindings("CVE-2026-" + (10_000 + new SecureRandom().nextInt(900_000)));
  }

  String mark() {
    return mark;
  }

  /** The host that has the components. */
  String host() {
    return 'f' + mark;
  }

  /** The id of an advisory, counted from zero. */
  String id(int n) {
    return prefix + n;
  }

  /** The name of the component that it speaks of. */
  String name(int n) {
    return "it-" + mark + '-' + n;
  }

  /** Puts so many advisories in force, of CVSS 9.8. */
  void publish(int count) throws IOException {
    String text =
        IntStream.range(0, count).mapToObj(this::record).collect(Collectors.joining("\n"));
    write(feed, text);
    runUntil(Client.administrator(), feed, "in_force");
  }

  /** Says that one is exploited. */
  void exploit(int n) throws IOException {
    write(
        exploitedFeed,
        """
        {"catalogVersion":"1","count":1,"vulnerabilities":[{"cveID":"%s","vulnerabilityName":"n",\
        "dateAdded":"2026-01-05","requiredAction":"a","knownRansomwareCampaignUse":"Known"}]}"""
            .formatted(id(n)));
    runUntil(Client.administrator(), exploitedFeed, "in_force");
  }

  private static void write(String name, String text) throws IOException {
    Path part = ItServers.advisories().resolve('.' + name);
    Files.writeString(part, text);
    Files.move(
        part, file(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
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
    for (String name : List.of(exploitedFeed, feed)) {
      if (Files.deleteIfExists(file(name))) {
        runUntil(admin, name, "unreadable");
        assertThat(admin.post(SOURCES + '/' + name + "/accept", "").status()).isEqualTo(202);
        Await.until(() -> state(admin, name), String::isEmpty);
      }
    }
  }

  private static void runUntil(Client admin, String name, String state) {
    assertThat(admin.post("/api/v1/timers/vulnerabilities/run", "").status()).isEqualTo(202);
    Await.until(() -> state(admin, name), state::equals);
  }

  private static String state(Client admin, String name) {
    for (JsonNode one : admin.get(SOURCES).json().get("items")) {
      if (one.get("name").asText().equals(name)) {
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

  private static Path file(String name) {
    return ItServers.advisories().resolve(name);
  }
}
