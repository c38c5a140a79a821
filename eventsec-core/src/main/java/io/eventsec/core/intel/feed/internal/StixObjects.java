package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.IndicatorSighting;
import io.eventsec.core.intel.IndicatorWithdrawal;
import io.eventsec.core.intel.ShownText;
import io.eventsec.core.intel.feed.SkipReason;
import io.eventsec.core.intel.feed.SkippedEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the objects of STIX say. Of one feed, not thread-safe. */
final class StixObjects {
  private static final int MOST_WAITING = 10_000;
  private static final int MOST_AUTHORS = 100_000;
  private static final long MOST_SEEN = 999_999_999;
  private static final int LONGEST_SOURCE = 100;
  private static final Pattern ID =
      Pattern.compile(
          "[a-z0-9-]{1,100}--[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-"
              + "[0-9a-fA-F]{12}");

  private final String source;
  private final ImportLog log;
  private final Map<String, String> authors = new HashMap<>();
  private final StixMarkings markings = new StixMarkings();
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  /** An indicator that refers to what is not known yet. */
  private record Waiting(JsonMap object, String position) {}

  StixObjects(String source, ImportLog log) {
    this.source = source;
    this.log = log;
  }

  /** Takes in one; what it throws, or reports, is not taken in. */
  void object(JsonMap object, String position) throws SkippedException {
    String type = object.required("type");
    switch (type) {
      case "indicator" -> indicator(object, position);
      case "sighting" -> sighting(object);
      case "identity" -> {
        author(object);
        log.ignored();
      }
      case "marking-definition" -> {
        markings.define(object);
        log.ignored();
      }
      default -> log.ignored();
    }
  }

  private void author(JsonMap object) {
    String name = ShownText.of(object.text("name").strip(), LONGEST_SOURCE);
    if (!name.isBlank() && authors.size() < MOST_AUTHORS) {
      authors.putIfAbsent(object.text("id"), name);
    }
  }

  private void indicator(JsonMap object, String position) throws SkippedException {
    id(object);
    if (object.isTrue("revoked")) {
      log.withdraw(new IndicatorWithdrawal(object.text("id"), object.time("modified")));
      log.read();
      return;
    }
    String author = object.text("created_by_ref");
    if ((author.isEmpty() || authors.containsKey(author)) && markings.know(object)) {
      claims(object, position);
      return;
    }
    waiting.add(new Waiting(object, position));
    if (waiting.size() > MOST_WAITING) {
      release(waiting.remove());
    }
  }

  private void claims(JsonMap object, String position) {
    String by = authors.getOrDefault(object.text("created_by_ref"), source);
    StixClaims claims = new StixClaims(object, by, markings.of(object));
    try {
      claims.claims().forEach(log::accept);
      log.read();
      if (!claims.leftOut().isEmpty()) {
        log.partly(
            claims.leftOut().stream()
                .map(
                    reason ->
                        new SkippedEntry(
                            SkipReason.INEXPRESSIBLE, position, object.text("id"), reason))
                .toList());
      }
    } catch (SkippedException e) {
      log.skipped(new SkippedEntry(e.reason(), position, object.text("id"), e.text()));
    }
  }

  private void release(Waiting one) {
    claims(one.object(), one.position());
  }

  private void sighting(JsonMap object) throws SkippedException {
    String seen = object.required("sighting_of_ref");
    String count = object.has("count") ? object.text("count") : "1";
    if (!count.matches("[0-9]{1,9}")) {
      throw new SkippedException(
          SkipReason.BAD_DETAIL,
          "Count '" + ShownText.of(count) + "' is out of bounds; use 0 to " + MOST_SEEN);
    }
    if (!object.isTrue("revoked") && seen.startsWith("indicator--") && !count.matches("0+")) {
      log.sighted(new IndicatorSighting(seen, Long.parseLong(count)));
    }
    log.read();
  }

  private static void id(JsonMap object) throws SkippedException {
    String id = object.required("id");
    if (!ID.matcher(id).matches() || !id.startsWith("indicator--")) {
      throw new SkippedException(
          SkipReason.MALFORMED,
          "Id '" + ShownText.of(id) + "' is none; use the type, two hyphens and a UUID");
    }
  }

  /** Nothing more comes. */
  void end() {
    waiting.forEach(this::release);
    waiting.clear();
  }
}
