package io.eventsec.persistence;

import io.eventsec.core.spi.AdvisoryFeed;
import io.eventsec.core.spi.AdvisoryFeeds;
import io.eventsec.core.vuln.feed.AdvisoryShelf;
import io.eventsec.core.vuln.feed.FeedStanding;
import io.eventsec.core.vuln.feed.MatchingLibrary;
import io.eventsec.testkit.TestEvents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Feeds in memory, and the shelf that they are read to. */
final class TestFeed {
  private final Map<String, String> feeds = new TreeMap<>();
  private AdvisoryShelf shelf = new AdvisoryShelf(() -> TestEvents.BEGINNING);
  private List<FeedStanding> standings = List.of();

  /** A feed of these records. */
  TestFeed of(String name, String... records) {
    feeds.put(name, String.join("\n", records));
    return this;
  }

  TestFeed without(String name) {
    feeds.remove(name);
    return this;
  }

  /** As a node that has just started: what is in force is known, and not on the shelf. */
  void restart() {
    shelf = new AdvisoryShelf(() -> TestEvents.BEGINNING);
  }

  List<FeedStanding> standings() {
    return standings;
  }

  void standings(List<FeedStanding> known) {
    standings = known;
  }

  MatchingLibrary read() {
    AdvisoryFeeds all =
        () ->
            feeds.entrySet().stream()
                .<AdvisoryFeed>map(feed -> new Text(feed.getKey(), feed.getValue()))
                .toList();
    standings = shelf.refresh(all, standings, () -> {});
    return shelf.library(standings);
  }

  /** A record of OSV about versions of a package of npm. */
  static String osv(String id, String name, String fixed, String severity) {
    return """
        {"id":"%s","modified":"2026-01-01T00:00:00Z","published":"2025-12-01T00:00:00Z",\
        "summary":"Hole in %s","severity":[{"type":"CVSS_V3","score":"%s"}],"affected":[{"package":\
        {"ecosystem":"npm","name":"%s"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"},\
        {"fixed":"%s"}]}]}]}"""
        .formatted(id, name, severity, name, fixed);
  }

  static String withdrawn(String record) {
    return record.replace("\"summary\"", "\"withdrawn\":\"2026-02-01T00:00:00Z\",\"summary\"");
  }

  private record Text(String name, String text) implements AdvisoryFeed {
    @Override
    public String stamp() {
      return text;
    }

    @Override
    public Instant changedAt() {
      return TestEvents.BEGINNING;
    }

    @Override
    public void read(PartReader reader) throws IOException {
      reader.part(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
