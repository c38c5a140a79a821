package io.eventsec.testkit;

import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.pipeline.Detection;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a dozen users do on a handful of hosts, one thing a second, with rules for it, and
 * correlations over the alerts of those rules that come true many times.
 */
public final class TestRisk {
  private static final int EVENTS_A_BATCH = 20;
  private static final int USERS = 12;
  private static final int HOSTS = 5;
  private static final List<String> DEEDS = List.of("tool", "shell", "probe", "nothing");

  /** The rules about what users do: alerts count 20, 50 and 7. */
  public static final String RULES =
      """
      title: A tool
      id: 7c1de1c2-51b4-4a7e-8f6e-0d4f8e6b9c01
      logsource: {category: process_creation}
      detection: {selection: {deed: tool}, condition: selection}
      level: medium
      ---
      title: A shell
      id: 7c1de1c2-51b4-4a7e-8f6e-0d4f8e6b9c02
      logsource: {category: process_creation}
      detection: {selection: {deed: shell}, condition: selection}
      level: high
      ---
      title: A probe
      id: 7c1de1c2-51b4-4a7e-8f6e-0d4f8e6b9c03
      logsource: {category: process_creation}
      detection: {selection: {deed: probe}, condition: selection}
      level: low
      eventsec: {risk: 7}
      """;

  private static final String CORRELATIONS =
      """
      ---
      title: An alert
      id: 7c1de1c2-51b4-4a7e-8f6e-0d4f8e6b9c04
      name: alert
      logsource: {product: eventsec, service: alert}
      detection: {selection: {event.kind: alert}, condition: selection}
      ---
      title: Much about one user
      id: 7c1de1c2-51b4-4a7e-8f6e-0d4f8e6b9c05
      level: high
      correlation:
        type: value_sum
        rules: [alert]
        group-by: [user.name]
        timespan: 1m
        condition: {field: event.risk_score, gte: 100}
      ---
      title: Three rules about one host
      id: 7c1de1c2-51b4-4a7e-8f6e-0d4f8e6b9c06
      level: critical
      correlation:
        type: value_count
        rules: [alert]
        group-by: [host.name]
        timespan: 10s
        condition: {field: rule.id, gte: 3}
      """;

  private static final Detection DETECTION = detection(RULES + CORRELATIONS);

  private TestRisk() {}

  /** The rules, and correlations over their alerts. */
  public static Detection detection() {
    return DETECTION;
  }

  /**
   * Rules of that text.
   *
   * @throws IllegalArgumentException if something is wrong with it
   */
  public static Detection detection(String yaml) {
    LoadedRules loaded = LoadedRules.of(List.of(SigmaReader.read("rules.yml", yaml)));
    CorrelationRules correlations = CorrelationRules.compile(loaded);
    if (!loaded.leftOut().isEmpty() || !correlations.problems().isEmpty()) {
      throw new IllegalArgumentException(loaded.leftOut() + " " + correlations.problems());
    }
    return Detection.of(DetectionEngine.compile(loaded.rules()), correlations);
  }

  /** Decodes the batches, with host and user where ECS has them. */
  public static EventDecoder decoder() {
    return EventDecoder.builder().format(new DeedFormat()).build();
  }

  /**
   * Batches of {@value #EVENTS_A_BATCH} events: the same events for each seed, in batches that come
   * in another order; none later than forty seconds.
   *
   * @param seed 0 for the order in which they happened
   */
  public static List<RawBatch> batches(int count, long seed) {
    Random random = new Random(1);
    List<RawBatch> batches = new ArrayList<>();
    for (int b = 0; b < count; b++) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < EVENTS_A_BATCH; i++) {
        lines.add(
            line(
                b * EVENTS_A_BATCH + i,
                DEEDS.get(random.nextInt(DEEDS.size())),
                "user-" + random.nextInt(USERS),
                "Host-" + random.nextInt(HOSTS)));
      }
      batches.add(batch("batch-" + b, lines));
    }
    return Batches.shuffled(batches, seed);
  }

  /** A batch of such lines, received a day after {@link TestEvents#BEGINNING}. */
  public static RawBatch batch(String key, List<String> lines) {
    return new RawBatch(
        new EventOrigin(Tenant.DEFAULT, "deeds", key, 0),
        key,
        RawBatch.AUTO,
        TestEvents.BEGINNING.plusSeconds(86_400),
        String.join("\n", lines).getBytes(StandardCharsets.UTF_8),
        lines.size());
  }

  /**
   * Something that somebody does.
   *
   * @param second after {@link TestEvents#BEGINNING}
   * @param deed {@code tool}, {@code shell}, {@code probe}, or anything else
   */
  public static String line(int second, String deed, String user, String host) {
    return "{\"at\":\"%s\",\"deed\":\"%s\",\"who\":\"%s\",\"where\":\"%s\"}"
        .formatted(TestEvents.BEGINNING.plusSeconds(second), deed, user, host);
  }

  private static final class DeedFormat implements EventFormat {
    @Override
    public String name() {
      return "deeds";
    }

    @Override
    public boolean recognises(NativeRecord nativeRecord) {
      return nativeRecord.fields().containsKey("deed");
    }

    @Override
    public void normalise(NativeRecord nativeRecord, Event.Builder event) {
      event
          .time(Instant.parse(String.valueOf(nativeRecord.fields().get("at"))))
          .ecs("host.name", nativeRecord.fields().get("where"))
          .ecs("user.name", nativeRecord.fields().get("who"));
    }
  }
}
