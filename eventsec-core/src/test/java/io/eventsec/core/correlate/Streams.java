package io.eventsec.core.correlate;

import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.LogsourceRouting;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.EventPlace;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaDocument;
import io.eventsec.core.sigma.SigmaReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules, events, and correlators that events are given to. */
final class Streams {
  /** When all of it begins. */
  static final Instant BEGINNING = Instant.parse("2026-03-01T12:00:00Z");

  private Streams() {}

  static LoadedRules rules(String yaml) {
    SigmaDocument document = SigmaReader.read("rules.yml", yaml);
    LoadedRules loaded = LoadedRules.of(List.of(document));
    List<Object> problems = new ArrayList<>(loaded.problems());
    problems.addAll(loaded.unresolved());
    problems.addAll(CorrelationRules.compile(loaded).problems());
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.toString());
    }
    return loaded;
  }

  /** A rule of that name for events whose {@code kind} is the name. */
  static String rule(String name) {
    return """
        title: %1$s
        name: %1$s
        logsource: {category: test}
        detection:
          selection: {kind: %1$s}
          condition: selection
        ---
        """
        .formatted(name);
  }

  static String correlation(String name, String body) {
    return "title: %1$s\nname: %1$s\ncorrelation: {%2$s}\n---\n".formatted(name, body);
  }

  /** Event number {@code n} of a source, so many seconds after the beginning. */
  static Event event(String source, int n, double seconds, Map<String, ?> fields) {
    EventOrigin origin = new EventOrigin(Tenant.DEFAULT, source, "stream", 0);
    Event.Builder event =
        Event.builder(EventId.of(origin, n), Tenant.DEFAULT, source)
            .place(EventPlace.of(origin, n))
            .time(BEGINNING.plusNanos((long) (seconds * 1e9)));
    fields.forEach(event::nativeField);
    return event.build();
  }

  static DetectionEngine engine(LoadedRules rules) {
    return DetectionEngine.builder().rules(rules.rules()).routing(LogsourceRouting.NONE).build();
  }

  /** All firings of these events in this order, taken up in steps of so many events. */
  static List<Firing> firings(
      LoadedRules rules, List<Event> events, int step, CorrelatorOptions options) {
    DetectionEngine engine = engine(rules);
    Correlator correlator =
        Correlator.builder(Tenant.DEFAULT, CorrelationRules.compile(rules))
            .options(options)
            .build();
    List<Firing> firings = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      correlator.add(events.get(i), engine.process(events.get(i)));
      if ((i + 1) % step == 0) {
        firings.addAll(correlator.release());
      }
    }
    firings.addAll(correlator.end());
    return firings;
  }

  static List<Firing> firings(LoadedRules rules, List<Event> events) {
    return firings(rules, events, 1, CorrelatorOptions.DEFAULT);
  }

  /** The same, but after each step a new correlator goes on from the state of the one before. */
  static List<Firing> firingsWithRestarts(
      LoadedRules rules, List<Event> events, int step, CorrelatorOptions options) {
    DetectionEngine engine = engine(rules);
    CorrelationRules correlations = CorrelationRules.compile(rules);
    Map<String, byte[]> state = new HashMap<>();
    List<Firing> firings = new ArrayList<>();
    for (int from = 0; from < events.size(); from += step) {
      Correlator correlator =
          Correlator.builder(Tenant.DEFAULT, correlations)
              .options(options)
              .tracksChanges()
              .restore(state)
              .build();
      for (Event event : events.subList(from, Math.min(events.size(), from + step))) {
        List<Match> matches = engine.process(event);
        correlator.add(event, matches);
      }
      boolean last = from + step >= events.size();
      firings.addAll(last ? correlator.end() : correlator.release());
      keep(correlator, state);
    }
    return firings;
  }

  /** Does to a copy of a correlator's state what has changed in it. */
  static void keep(Correlator correlator, Map<String, byte[]> state) {
    for (StateChange change : correlator.takeChanges()) {
      if (change.value().isPresent()) {
        state.put(change.key(), change.value().get());
      } else {
        state.remove(change.key());
      }
    }
  }
}
