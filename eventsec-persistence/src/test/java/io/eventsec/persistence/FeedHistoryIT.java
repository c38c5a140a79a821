package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.feed.MatchingLibrary;
import io.eventsec.persistence.inventory.AssetIdentity;
import io.eventsec.persistence.inventory.Inventory;
import io.eventsec.persistence.inventory.Snapshot;
import io.eventsec.persistence.inventory.SoftwareComponent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds and hosts as they changed over months: the findings of each day are those recorded. */
class FeedHistoryIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;

  private final TestFeed feed = new TestFeed();
  private final TestFindings findings = new TestFindings(STORE);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void findingsOfEachDay_areThoseRecorded(boolean incrementally) throws IOException {
    MatchingLibrary library = feed.of("osv.jsonl").read();
    for (Day day : days()) {
      MatchingLibrary before = library;
      day.feeds.forEach((name, records) -> feed.of(name, records.toArray(String[]::new)));
      library = feed.read();
      day.installs.forEach((host, components) -> install(day, host, components));
      if (incrementally) {
        findings.update(before, library);
      } else {
        STORE.execute("truncate asset_evaluations");
      }
      findings.evaluatePending(library);
      assertThat(stored("true")).as(day.title).containsExactlyInAnyOrderElementsOf(day.expected);
    }
  }

  @Test
  void lastDayAlone_hasTheSameOpen() throws IOException {
    List<Day> days = days();
    Map<String, List<String>> installs = new LinkedHashMap<>();
    for (Day day : days) {
      day.feeds.forEach((name, records) -> feed.of(name, records.toArray(String[]::new)));
      installs.putAll(day.installs);
    }
    Day last = days.get(days.size() - 1);
    installs.forEach((host, components) -> install(last, host, components));

    findings.evaluatePending(feed.read());

    assertThat(stored("f.status = 'OPEN'"))
        .containsExactlyInAnyOrderElementsOf(
            last.expected.stream().filter(line -> line.contains(" OPEN ")).toList());
  }

  private static void install(Day day, String host, List<String> components) {
    Snapshot snapshot =
        new Snapshot(
            TENANT,
            AssetIdentity.ofHostname(host),
            day.at(),
            components.stream().map(FeedHistoryIT::component).toList());
    STORE.entities().inTransaction(manager -> new Inventory(manager).record(snapshot));
  }

  private static SoftwareComponent component(String line) {
    String[] parts = line.split(" ");
    if (parts[0].equals("npm")) {
      return TestFindings.npm(parts[1], parts[2]);
    }
    String purl = "pkg:deb/debian/" + parts[1] + '@' + parts[2] + "?arch=amd64&distro=debian-12";
    return new SoftwareComponent(
        "deb", parts[1], parts[2], "amd64", "debian-12", parts[3], parts[2], purl, "");
  }

  private static List<String> stored(String which) {
    return OldSchema.strings(
        STORE.database(),
        "select concat_ws(' ', a.hostname, c.name, c.version, f.vulnerability_id, f.status, f.risk)"
            + " from asset_vulnerabilities f join assets a on a.id = f.asset_id"
            + " join software_components c on c.id = f.component_id where "
            + which);
  }

  private static List<Day> days() throws IOException {
    try (InputStream text =
        Objects.requireNonNull(
            FeedHistoryIT.class.getResourceAsStream("/feed-history/history.txt"))) {
      return Day.read(
          new String(text.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("# ")));
    }
  }

  /** What changed on a day, and what was known in the evening. */
  private static final class Day {
    private final String title;
    private final Map<String, List<String>> feeds = new LinkedHashMap<>();
    private final Map<String, List<String>> installs = new LinkedHashMap<>();
    private final List<String> expected = new ArrayList<>();

    private Day(String title) {
      this.title = title;
    }

    Instant at() {
      return Instant.parse(title.substring(0, 10) + "T12:00:00Z");
    }

    static List<Day> read(Stream<String> lines) {
      List<Day> days = new ArrayList<>();
      List<String> current = new ArrayList<>();
      for (String line : lines.toList()) {
        String rest = line.substring(line.indexOf(' ') + 1);
        if (line.startsWith("== ")) {
          days.add(new Day(rest));
        } else if (line.startsWith("feed ")) {
          current =
              days.get(days.size() - 1).feeds.computeIfAbsent(rest, name -> new ArrayList<>());
        } else if (line.startsWith("install ")) {
          current =
              days.get(days.size() - 1).installs.computeIfAbsent(rest, name -> new ArrayList<>());
        } else if (line.equals("expect")) {
          current = days.get(days.size() - 1).expected;
        } else {
          current.add(line);
        }
      }
      return days;
    }
  }
}
