package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.IndicatorSighting;
import io.eventsec.core.intel.IndicatorWithdrawal;
import io.eventsec.core.intel.ShownText;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.Tlp;
import io.eventsec.core.intel.ValidityPeriod;
import io.eventsec.core.intel.feed.SkipReason;
import io.eventsec.core.intel.feed.SkippedEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** An event of MISP: what its attributes claim, told when all of it has been met. Used once. */
final class MispEvent {
  private static final int MOST_HELD = 50_000;
  private static final int LONGEST_SOURCE = 100;
  private static final int LONGEST_ID = 200;

  /** MISP's taxonomy of confidence. */
  private static final Map<String, Integer> CONFIDENCE =
      Map.of(
          "misp:confidence-level=\"completely-confident\"", 100,
          "misp:confidence-level=\"usually-confident\"", 75,
          "misp:confidence-level=\"fairly-confident\"", 50,
          "misp:confidence-level=\"rarely-confident\"", 25,
          "misp:confidence-level=\"unconfident\"", 0);

  private final ImportLog log;
  private final List<Held> held = new ArrayList<>();
  private String source;
  private String info = "";
  private List<String> tags = List.of();

  /** An attribute that waits for the end of the event. */
  private record Held(List<Indicator> indicators, JsonMap attribute, Optional<Instant> modified) {}

  MispEvent(String source, ImportLog log) {
    this.source = source;
    this.log = log;
  }

  /** Learns one of the properties that describe the event. */
  void describe(JsonMap property) {
    String name = ShownText.of(property.map("Orgc").text("name").strip(), LONGEST_SOURCE);
    source = name.isBlank() ? source : name;
    info = property.has("info") ? property.text("info") : info;
    tags = property.has("Tag") ? names(property) : tags;
  }

  void attribute(JsonMap attribute, String position, boolean withItsObject) {
    String id = attribute.text("uuid");
    try {
      if (id.length() > LONGEST_ID) {
        throw new SkippedException(
            SkipReason.MALFORMED, "A UUID of " + id.length() + " characters; use 36");
      }
      Optional<Instant> modified = modified(attribute);
      if (withItsObject || attribute.isTrue("deleted")) {
        withdraw(id, modified);
      } else {
        hold(new Held(MispTypes.indicators(attribute), attribute, modified));
        sighted(id, attribute);
      }
      log.read();
    } catch (SkippedException e) {
      log.skipped(new SkippedEntry(e.reason(), position, id, e.text()));
    }
  }

  private void withdraw(String id, Optional<Instant> modified) throws SkippedException {
    if (id.isEmpty()) {
      throw new SkippedException(
          SkipReason.MALFORMED, "Deleted, but without a uuid; nothing can be taken back");
    }
    log.withdraw(new IndicatorWithdrawal(id, modified));
  }

  private void sighted(String id, JsonMap attribute) {
    long seen =
        attribute.maps("Sighting").stream().filter(one -> one.text("type").equals("0")).count();
    if (seen > 0 && !id.isEmpty()) {
      log.sighted(new IndicatorSighting(id, seen));
    }
  }

  private void hold(Held one) {
    held.add(one);
    if (held.size() > MOST_HELD) {
      end();
    }
  }

  /** Hands on what is held back. */
  void end() {
    for (Held one : held) {
      one.indicators().forEach(indicator -> log.accept(claim(indicator, one)));
    }
    held.clear();
  }

  private ThreatIndicator claim(Indicator indicator, Held one) {
    JsonMap attribute = one.attribute();
    // An attribute that was exported without its event has some of it within.
    JsonMap event = attribute.map("Event");
    List<String> labels =
        Stream.concat(tags.stream(), names(attribute).stream()).distinct().toList();
    return new ThreatIndicator(
        indicator,
        new IndicatorOrigin(source, attribute.text("uuid"), one.modified()),
        ValidityPeriod.ALWAYS,
        confidence(labels),
        new IndicatorDetails(
            info.isEmpty() ? event.text("info") : info,
            attribute.text("comment"),
            labels,
            labels.stream()
                .filter(label -> label.regionMatches(true, 0, "tlp:", 0, 4))
                .flatMap(label -> Tlp.named(label).stream())
                .max(Comparator.naturalOrder())));
  }

  private static OptionalInt confidence(List<String> labels) {
    return labels.stream().filter(CONFIDENCE::containsKey).mapToInt(CONFIDENCE::get).min();
  }

  private static List<String> names(JsonMap of) {
    return of.maps("Tag").stream().map(tag -> tag.text("name")).toList();
  }

  /** Seconds since the epoch. */
  private static Optional<Instant> modified(JsonMap attribute) throws SkippedException {
    String text = attribute.text("timestamp");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("[0-9]{1,11}")) {
      throw new SkippedException(
          SkipReason.BAD_DETAIL,
          "Timestamp '" + ShownText.of(text) + "' is none; use seconds since the epoch");
    }
    return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
  }
}
