package io.eventsec.core.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.Corpus;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.LoadedRules;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A long stream of which three events in ten are delayed by up to what is allowed gives the alerts
 * of the sorted one, with a restart every so often too. {@code -Dorder.events=2000000
 * -Dorder.restart=50000} is the long form.
 */
class OrderTest {
  private static final int EVENTS = Integer.getInteger("order.events", 100_000);
  private static final int RESTART = Integer.getInteger("order.restart", 10_000);
  private static final double DELAYED = 0.3;
  private static final int USERS = 300;
  private static final double PER_SECOND = 20;
  private static final CorrelatorOptions OPTIONS = CorrelatorOptions.DEFAULT;

  private static final LoadedRules RULES =
      Streams.rules(
          Streams.rule("failed")
              + Streams.rule("success")
              + Streams.correlation(
                  "brute_force",
                  "type: event_count, rules: [failed], group-by: [user], timespan: 5m,"
                      + " condition: {gte: 25}")
              + Streams.correlation(
                  "spray",
                  "type: value_count, rules: [failed], group-by: [host], timespan: 2m,"
                      + " condition: {field: user, gte: 90}, generate: true")
              + Streams.correlation(
                  "broken_into",
                  "type: temporal_ordered, rules: [brute_force, success], group-by: [user],"
                      + " timespan: 10m, generate: true")
              + Streams.correlation(
                  "much",
                  "type: value_sum, rules: [success], group-by: [host], timespan: 3m,"
                      + " condition: {field: n, gt: 29000}"));

  @Test
  void delayedEventsAndRestarts_changeNoAlert() {
    Run first = run(0, Integer.MAX_VALUE);
    Set<UUID> sorted = first.firings;
    Set<UUID> delayed = run(DELAYED, Integer.MAX_VALUE).firings;
    Set<UUID> restarted = run(DELAYED, RESTART).firings;

    Corpus.report(
        "order",
        EVENTS
            + " events, firings sorted/delayed/restarted "
            + sorted.size()
            + '/'
            + delayed.size()
            + '/'
            + restarted.size()
            + ", alerts "
            + first.alerts.size()
            + ", missed "
            + without(sorted, delayed).size()
            + '/'
            + without(sorted, restarted).size()
            + ", invented "
            + without(delayed, sorted).size()
            + '/'
            + without(restarted, sorted).size());
    assertThat(first.alerts).hasSizeGreaterThan(20);
    assertThat(without(sorted, delayed)).as("missed").isEmpty();
    assertThat(without(delayed, sorted)).as("invented").isEmpty();
    assertThat(without(sorted, restarted)).as("missed with restarts").isEmpty();
    assertThat(without(restarted, sorted)).as("invented with restarts").isEmpty();
  }

  private static Set<UUID> without(Set<UUID> these, Set<UUID> those) {
    Set<UUID> left = new HashSet<>(these);
    left.removeAll(those);
    return left;
  }

  private static Run run(double delayed, int restart) {
    Run run = new Run(restart);
    Random random = new Random(11);
    PriorityQueue<Arrival> queue = new PriorityQueue<>();
    for (int i = 0; i < EVENTS; i++) {
      double second = i / PER_SECOND;
      double delay =
          random.nextDouble() < delayed ? random.nextDouble() * OPTIONS.lateness().toSeconds() : 0;
      while (!queue.isEmpty() && queue.peek().second <= second) {
        run.take(queue.remove().event);
      }
      queue.add(new Arrival(second + delay, i, event(i, second)));
    }
    while (!queue.isEmpty()) {
      run.take(queue.remove().event);
    }
    run.end();
    return run;
  }

  /** What an event holds depends on its number alone. */
  private static Event event(int n, double second) {
    Random random = new Random(n);
    return Streams.event(
        "s" + n % 3,
        n,
        // Clocks of whole seconds: many events at the same instant.
        Math.floor(second),
        Map.of(
            "kind",
            random.nextInt(3) == 0 ? "success" : "failed",
            "user",
            "user-" + (int) (USERS * Math.pow(random.nextDouble(), 2)),
            "host",
            "host-" + random.nextInt(10),
            "n",
            (long) random.nextInt(200)));
  }

  private record Arrival(double second, int n, Event event) implements Comparable<Arrival> {
    @Override
    public int compareTo(Arrival other) {
      int order = Double.compare(second, other.second);
      return order != 0 ? order : Integer.compare(n, other.n);
    }
  }

  /** One pass, with as many correlators one after the other as there are restarts. */
  private static final class Run {
    private final DetectionEngine engine = Streams.engine(RULES);
    private final CorrelationRules rules = CorrelationRules.compile(RULES);
    private final Map<String, byte[]> state = new HashMap<>();
    private final Set<UUID> firings = new HashSet<>();
    private final Set<AlertId> alerts = new HashSet<>();
    private final int restart;
    private Correlator correlator = start();
    private int taken;

    Run(int restart) {
      this.restart = restart;
    }

    private Correlator start() {
      Correlator.Builder builder = Correlator.builder(Tenant.DEFAULT, rules).options(OPTIONS);
      if (restart < Integer.MAX_VALUE) {
        builder.tracksChanges().restore(state);
      }
      return builder.build();
    }

    void take(Event event) {
      List<Match> matches = engine.process(event);
      correlator.add(event, matches);
      taken++;
      if (taken % 1_000 == 0) {
        keep(correlator.release());
      }
      if (taken % restart == 0) {
        keep(correlator.release());
        Streams.keep(correlator, state);
        correlator = start();
      }
    }

    /** Of millions only digests of all that they say fit into memory. */
    private void keep(List<Firing> fired) {
      for (Firing firing : fired) {
        Object[] said = {
          firing.alertId(),
          firing.group(),
          firing.event(),
          firing.measured(),
          firing.samples(),
          firing.first(),
          firing.number()
        };
        firings.add(UUID.nameUUIDFromBytes(Arrays.toString(said).getBytes(StandardCharsets.UTF_8)));
        alerts.add(firing.alertId());
      }
    }

    void end() {
      keep(correlator.end());
      assertThat(correlator.statistics()).allMatch(found -> found.late() == 0);
    }
  }
}
