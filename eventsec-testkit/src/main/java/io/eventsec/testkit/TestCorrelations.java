package io.eventsec.testkit;

import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.LogsourceRouting;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.pipeline.Detection;
import io.eventsec.core.pipeline.RuleCatalogue;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.SigmaRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Sign-ins of a dozen users, one a second, a rule whose matches are put together, and correlations
 * over them that come true many times.
 */
public final class TestCorrelations {
  private static final int EVENTS_A_BATCH = 20;
  private static final int USERS = 12;

  private static final LoadedRules RULES =
      LoadedRules.of(
          List.of(
              SigmaReader.read(
                  "rules.yml",
                  """
                  title: Failed sign-in
                  name: failed
                  logsource: {category: authentication}
                  detection:
                    selection: {outcome: failure}
                    condition: selection
                  ---
                  title: Sign-in
                  name: success
                  logsource: {category: authentication}
                  eventsec: {suppress: {by: [user], for: 5m}}
                  detection:
                    selection: {outcome: success}
                    condition: selection
                  ---
                  title: Many failed sign-ins
                  name: many_failed
                  level: high
                  tags: [attack.t1110]
                  correlation:
                    type: event_count
                    rules: [failed]
                    group-by: [user]
                    timespan: 1m
                    condition: {gte: 4}
                  ---
                  title: Signed in after many failures
                  level: critical
                  correlation:
                    type: temporal_ordered
                    rules: [many_failed, success]
                    group-by: [user]
                    timespan: 5m
                    generate: true
                  """)));

  private static final Detection DETECTION =
      Detection.of(engine(RULES.rules()), CorrelationRules.compile(RULES));

  private static final RuleCatalogue CATALOGUE =
      new RuleCatalogue(RULES, CorrelationRules.compile(RULES), TestCorrelations::engine);

  private TestCorrelations() {}

  /** The rules and the correlations over them. */
  public static Detection detection() {
    return DETECTION;
  }

  /** The same, one at a time. */
  public static RuleCatalogue catalogue() {
    return CATALOGUE;
  }

  private static DetectionEngine engine(List<SigmaRule> rules) {
    return DetectionEngine.builder().rules(rules).routing(LogsourceRouting.NONE).build();
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
                random.nextInt(3) == 0 ? "success" : "failure",
                "user-" + random.nextInt(USERS)));
      }
      batches.add(batch("batch-" + b, lines));
    }
    return Batches.shuffled(batches, seed);
  }

  /** A batch of such lines. */
  public static RawBatch batch(String key, List<String> lines) {
    return new RawBatch(
        new EventOrigin(Tenant.DEFAULT, "sign-ins", key, 0),
        key,
        RawBatch.AUTO,
        TestEvents.BEGINNING,
        String.join("\n", lines).getBytes(StandardCharsets.UTF_8),
        lines.size());
  }

  /**
   * A sign-in.
   *
   * @param second after {@link TestEvents#BEGINNING}
   * @param outcome {@code failure} or {@code success}
   */
  public static String line(int second, String outcome, String user) {
    return "{\"@timestamp\":\""
        + TestEvents.BEGINNING.plusSeconds(second)
        + "\",\"second\":"
        + second
        + ",\"outcome\":\""
        + outcome
        + "\",\"user\":\""
        + user
        + "\"}";
  }
}
