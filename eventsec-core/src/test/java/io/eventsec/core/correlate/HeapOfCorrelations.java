package io.eventsec.core.correlate;

import io.eventsec.core.Corpus;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.LoadedRules;
import java.util.Locale;
import java.util.Map;

/**
 * What a million groups take in memory, and whether all of it is free when their hour has passed.
 * Run its {@code main} on the class path of the tests; the argument is how many events each group
 * has.
 */
final class HeapOfCorrelations {
  private static final int GROUPS = 1_000_000;
  private static final double HOUR = 3_600;
  private static final double MIB = 1 << 20;

  private static final LoadedRules RULES =
      Streams.rules(
          Streams.rule("a")
              + Streams.correlation(
                  "many",
                  "type: event_count, rules: [a], group-by: [user], timespan: 1h,"
                      + " condition: {gte: 10}"));

  private final DetectionEngine engine = Streams.engine(RULES);
  private final Correlator correlator =
      Correlator.builder(Tenant.DEFAULT, CorrelationRules.compile(RULES))
          .options(CorrelatorOptions.DEFAULT.withMemory(1L << 30, 1_000_000))
          .build();

  private HeapOfCorrelations() {}

  /** Prints the figures. */
  public static void main(String[] arguments) {
    new HeapOfCorrelations().run(arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]));
  }

  private void run(int events) {
    double before = used();
    int count = GROUPS * events;
    for (int i = 0; i < count; i++) {
      add(i, i * (HOUR * 0.9 / count), "user-" + i % GROUPS);
    }
    correlator.end();
    tell(events + " events in each of a million groups", before);
    add(count, 3 * HOUR, "user-0");
    add(count + 1, 4 * HOUR, "user-0");
    correlator.release();
    tell("when their hour has passed", before);
  }

  private void add(int n, double second, String user) {
    Event event = Streams.event("s", n, second, Map.of("kind", "a", "user", user));
    correlator.add(event, engine.process(event));
    if (n % 1_000 == 0) {
      correlator.release();
    }
  }

  private void tell(String when, double before) {
    CorrelationStatistics found = correlator.statistics().get(0);
    Corpus.report(
        when,
        String.format(
            Locale.ROOT,
            "%d groups, %.0f MiB of heap, %.0f MiB by its own count, %d evicted",
            found.groups(),
            used() - before,
            found.bytes() / MIB,
            found.evicted()));
  }

  /** In MiB, of what is still reachable. */
  private static double used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return (runtime.totalMemory() - runtime.freeMemory()) / MIB;
  }
}
