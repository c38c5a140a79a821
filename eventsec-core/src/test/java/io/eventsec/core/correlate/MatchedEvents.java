package io.eventsec.core.correlate;

import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.LoadedRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Rules and events, with the rules that are true for each, for {@link CorrelateBenchmark}. */
final class MatchedEvents {
  static final int COUNT = 500_000;

  private static final double PER_SECOND = 1_000;
  private static final double LATEST = 118;
  private static final int KINDS = 40;
  private static final int HOSTS = 10_000;
  private static final List<String> GROUPS = List.of("user", "host", "user, host");
  private static final List<String> SPANS = List.of("30s", "1m", "5m");
  private static final List<String> BODIES =
      List.of(
          "type: event_count, rules: [k%1$d], condition: {gte: 10}",
          "type: value_count, rules: [k%1$d], condition: {field: port, gte: 12}",
          "type: value_sum, rules: [k%1$d], condition: {field: bytes, gt: 20000}",
          "type: value_avg, rules: [k%1$d], condition: {field: bytes, gt: 990}",
          "type: value_percentile, rules: [k%1$d],"
              + " condition: {field: bytes, percentile: 95, lt: 9}",
          "type: value_median, rules: [k%1$d], condition: {field: bytes, gt: 990}",
          "type: temporal, rules: [k%1$d, k%2$d, k%3$d]",
          "type: temporal_ordered, rules: [k%1$d, k%2$d, k%3$d]");

  private MatchedEvents() {}

  /** An event, and the rules that are true for it. */
  record Item(Event event, List<Match> matches, double arrival) {}

  /** One correlation, of all events. */
  static LoadedRules threshold() {
    StringBuilder yaml = new StringBuilder("title: any\nname: any\n");
    yaml.append("logsource: {category: test}\ndetection: {s: {kind: '*'}, condition: s}\n---\n");
    yaml.append(
        Streams.correlation(
            "many",
            "type: event_count, rules: [any], group-by: [user], timespan: 5m,"
                + " condition: {gte: 10}"));
    return Streams.rules(yaml.toString());
  }

  /** A hundred correlations over forty rules. */
  static LoadedRules hundred() {
    StringBuilder yaml = new StringBuilder();
    for (int kind = 0; kind < KINDS; kind++) {
      yaml.append(Streams.rule("k" + kind));
    }
    for (int i = 0; i < 100; i++) {
      String body =
          String.format(
              Locale.ROOT,
              BODIES.get(i % BODIES.size()),
              i % KINDS,
              (i + 13) % KINDS,
              (i + 27) % KINDS);
      String more =
          ", group-by: ["
              + GROUPS.get(i % GROUPS.size())
              + "], timespan: "
              + SPANS.get(i / 3 % SPANS.size());
      yaml.append(Streams.correlation("c" + i, body + more));
    }
    return Streams.rules(yaml.toString());
  }

  /** A thousand events a second, some of them up to two minutes late. */
  static List<Item> of(LoadedRules rules, int users, double delayed) {
    DetectionEngine engine = Streams.engine(rules);
    Random random = new Random(5);
    List<Item> items = new ArrayList<>(COUNT);
    for (int i = 0; i < COUNT; i++) {
      double second = i / PER_SECOND;
      double late = random.nextDouble() < delayed ? random.nextDouble() * LATEST : 0;
      Event event = Streams.event("s" + i % 3, i, second, fields(random, users));
      items.add(new Item(event, engine.process(event), second + late));
    }
    items.sort(Comparator.comparingDouble(Item::arrival));
    return items;
  }

  private static Map<String, Object> fields(Random random, int users) {
    return Map.of(
        "kind",
        "k" + random.nextInt(KINDS),
        "user",
        "user-" + random.nextInt(users),
        "host",
        "host-" + random.nextInt(HOSTS),
        "port",
        (long) random.nextInt(1_000),
        "bytes",
        (long) random.nextInt(1_000));
  }
}
