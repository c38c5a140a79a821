package io.eventsec.core.correlate;

import io.eventsec.core.event.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Correlations and events in which much happens: few values, many at the same instant. */
final class RandomStreams {
  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final List<String> RELATIONS = List.of("gt", "gte", "lt", "lte", "eq", "neq");
  private static final List<String> EXPRESSIONS =
      List.of(
          "a and not b", "a and (b or c)", "not a", "2 of them", "a or (b and not c)", "c and a");
  private static final int SECONDS = 120;

  private final Random random;

  RandomStreams(long seed) {
    this.random = new Random(seed);
  }

  /** Rules {@code a, b, c}, some correlations over them, and at times one over the first. */
  String rules() {
    StringBuilder yaml = new StringBuilder();
    NAMES.forEach(name -> yaml.append(rule(name)));
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      yaml.append(Streams.correlation("first" + i, correlation(NAMES, List.of("g", "h"), true)));
    }
    if (random.nextBoolean()) {
      yaml.append(
          Streams.correlation(
              "over", correlation(List.of("first0", "a", "b"), List.of(), random.nextBoolean())));
    }
    return yaml.toString();
  }

  /** An event may be one of several of them. */
  private static String rule(String name) {
    return "title: %1$s\nname: %1$s\nlogsource: {category: test}\ndetection:\n  s: {%1$s: 1}\n  condition: s\n---\n"
        .formatted(name);
  }

  private String correlation(List<String> rules, List<String> groups, boolean anyType) {
    String type =
        anyType && !groups.isEmpty()
            ? pick(
                List.of(
                    "event_count",
                    "value_count",
                    "value_sum",
                    "value_avg",
                    "value_percentile",
                    "value_median",
                    "temporal",
                    "temporal_ordered"))
            : pick(List.of("event_count", "temporal", "temporal_ordered"));
    boolean temporal = type.startsWith("temporal");
    List<String> used = temporal ? rules : rules.subList(0, 1 + random.nextInt(rules.size()));
    return "type: "
        + type
        + ", rules: "
        + used
        + ", group-by: "
        + groups.subList(0, groups.isEmpty() ? 0 : random.nextInt(groups.size() + 1))
        + ", timespan: "
        + pick(List.of("1s", "7s", "30s", "2m"))
        + ", generate: "
        + random.nextBoolean()
        + ", condition: "
        + (temporal && rules.equals(NAMES) && random.nextBoolean()
            ? pick(EXPRESSIONS)
            : condition(type));
  }

  private String condition(String type) {
    Map<String, String> parts = new LinkedHashMap<>();
    if (type.startsWith("value")) {
      parts.put("field", type.equals("value_count") && random.nextBoolean() ? "[v, w]" : "v");
    }
    if (type.equals("value_percentile")) {
      parts.put("percentile", String.valueOf(1 + random.nextInt(100)));
    }
    int most = type.equals("value_sum") ? 30 : 5;
    int bounds = 1 + random.nextInt(2);
    for (int i = 0; i < bounds; i++) {
      parts.put(pick(RELATIONS), String.valueOf(random.nextInt(most)));
    }
    return parts.toString().replace("=", ": ");
  }

  /** Events in the order in which they happened. */
  List<Event> events() {
    int count = 1 + random.nextInt(60);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(Streams.event(pick(List.of("s1", "s2")), i, random.nextInt(SECONDS), fields()));
    }
    events.sort(Comparator.comparing(Event::time).thenComparing(Event::place));
    return events;
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new HashMap<>();
    NAMES.stream().filter(name -> random.nextInt(2) == 0).forEach(name -> fields.put(name, 1L));
    for (String name : List.of("g", "h")) {
      if (random.nextInt(8) != 0) {
        fields.put(name, random.nextInt(6) == 0 ? List.of("x", "y") : pick(List.of("x", "y", "z")));
      }
    }
    if (random.nextInt(8) != 0) {
      fields.put("v", random.nextInt(6) == 0 ? List.of(number(), number()) : number());
    }
    fields.put("w", pick(List.of("p", "q")));
    return fields;
  }

  private Object number() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(10) / 10.0;
      case 1 -> String.valueOf(random.nextInt(9));
      default -> (long) random.nextInt(9);
    };
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** The same events, each come at most so many seconds later than it happened. */
  List<Event> delayed(List<Event> events, double seconds) {
    Map<Event, Double> arrival = new HashMap<>();
    events.forEach(
        event ->
            arrival.put(
                event,
                event.time().getEpochSecond()
                    + (random.nextInt(3) == 0 ? random.nextDouble() * seconds : 0)));
    List<Event> delayed = new ArrayList<>(events);
    delayed.sort(Comparator.comparing(arrival::get));
    return delayed;
  }

  int step() {
    return 1 + random.nextInt(20);
  }
}
