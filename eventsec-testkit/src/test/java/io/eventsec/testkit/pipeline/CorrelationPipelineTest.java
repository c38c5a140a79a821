package io.eventsec.testkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertRepeat;
import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.LogsourceRouting;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.memory.InMemoryDetectionStore;
import io.eventsec.core.memory.InMemoryJournal;
import io.eventsec.core.pipeline.Detection;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.pipeline.StepReport;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.PositionConflictException;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.core.spi.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Correlations over the journal, with stores that fail, nodes that take turns and restarts. */
class CorrelationPipelineTest {
  private static final Instant BEGINNING = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LONG_AFTER = BEGINNING.plusSeconds(86_400);
  private static final int EVENTS = 600;
  private static final int BATCH = 20;

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
      Detection.of(
          DetectionEngine.builder().rules(RULES.rules()).routing(LogsourceRouting.NONE).build(),
          CorrelationRules.compile(RULES));

  private final InMemoryJournal journal = new InMemoryJournal();
  private final InMemoryDetectionStore store = new InMemoryDetectionStore();

  @Test
  void alert_saysWhatWasReached_andShowsTheEvents() {
    append("a", lines(0, "failure", "ada", 5));

    drain(List.of(pipeline(store, 3)));

    Alert alert = alertsOf("Many failed sign-ins", store).get(0);
    assertThat(alert.severity().sigmaName()).isEqualTo("high");
    assertThat(alert.tags()).containsExactly("attack.t1110");
    assertThat(alert.evidence()).hasSize(4);
    assertThat(alert.evidence().get(3).original()).contains("\"second\":3");
    assertThat(alert.matchedItems())
        .containsExactly(
            new MatchedItem("group-by", "user", List.of(), "", "ada"),
            new MatchedItem("event_count", "", List.of(), "gte 4 within PT1M", "4"));
    assertThat(store.repeat(alert.id()))
        .contains(new AlertRepeat(alert.id(), Tenant.DEFAULT, 2, BEGINNING.plusSeconds(4)));
    assertThat(alertsOf("Failed sign-in", store)).as("silent: a correlation asks for it").isEmpty();
  }

  @Test
  void alert_waitsForTheLateness_withNothingMoreToRead() {
    append("a", lines(0, "failure", "ada", 4));
    DetectionPipeline early =
        new DetectionPipeline(
            source(),
            () -> DETECTION,
            store,
            limit(3),
            CorrelatorOptions.DEFAULT,
            () -> BEGINNING.plusSeconds(60));
    early.step();
    assertThat(early.step()).isEqualTo(StepReport.IDLE);
    assertThat(store.alerts(Tenant.DEFAULT)).isEmpty();

    assertThat(pipeline(store, 3).step().results()).isEqualTo(1);
  }

  @Test
  void evidenceThatTheJournalNoLongerHas_leavesTheAlertStanding() {
    append("a", lines(0, "failure", "ada", 4));
    DetectionPipeline early =
        new DetectionPipeline(
            source(), () -> DETECTION, store, limit(3), CorrelatorOptions.DEFAULT, () -> BEGINNING);
    early.step();
    append("b", lines(1000, "other", "bob", 1));
    journal.truncate(
        journal.read(store.position(DetectionPipeline.READER), limit(1)).get(0).position());

    drain(List.of(pipeline(store, 3)));

    Alert alert = store.alerts(Tenant.DEFAULT).get(0);
    assertThat(alert.evidence()).hasSize(1);
    assertThat(alert.source()).isEqualTo("unknown");
    assertThat(alert.matchedItems()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void storeCutOffAtRandomAndNodesInTurn_changeNothing(long seed) {
    Map<String, Long> expected = undisturbed();
    fill(seed);
    FlakyStore flaky = new FlakyStore(store, seed);

    drain(List.of(pipeline(flaky, 1), pipeline(flaky, 3), pipeline(flaky, 2)));

    assertThat(found(store)).isEqualTo(expected).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void restartsAfterEachStep_changeNothing(long seed) {
    Map<String, Long> expected = undisturbed();
    fill(seed);

    for (int idle = 0; idle < 3; ) {
      idle = pipeline(store, 1).step().equals(StepReport.IDLE) ? idle + 1 : 0;
    }

    assertThat(found(store)).isEqualTo(expected);
  }

  private static Map<String, Long> undisturbed() {
    CorrelationPipelineTest quiet = new CorrelationPipelineTest();
    quiet.fill(0);
    drain(List.of(quiet.pipeline(quiet.store, 1_000)));
    return found(quiet.store);
  }

  /** By id of an alert, how often its condition was reached. */
  private static Map<String, Long> found(InMemoryDetectionStore in) {
    Map<String, Long> found = new TreeMap<>();
    for (Alert alert : in.alerts(Tenant.DEFAULT)) {
      Optional<AlertRepeat> repeat = in.repeat(alert.id());
      found.put(alert.title() + ' ' + alert.id(), repeat.map(AlertRepeat::count).orElse(1L));
    }
    return found;
  }

  private static List<Alert> alertsOf(String title, InMemoryDetectionStore in) {
    return in.alerts(Tenant.DEFAULT).stream().filter(alert -> alert.title().equals(title)).toList();
  }

  private Source source() {
    return new Source(journal, EventDecoder.ofAnyJson());
  }

  private static ReadLimit limit(int batches) {
    return new ReadLimit(batches, 1 << 20);
  }

  /** One whose clock is so late that whatever has been read is taken up in the end. */
  private DetectionPipeline pipeline(DetectionStore to, int batches) {
    return new DetectionPipeline(
        source(), () -> DETECTION, to, limit(batches), CorrelatorOptions.DEFAULT, () -> LONG_AFTER);
  }

  private static void drain(List<DetectionPipeline> pipelines) {
    int idle = 0;
    for (int turn = 0; idle < pipelines.size(); turn++) {
      assertThat(turn).as("turns until drained").isLessThan(10_000);
      try {
        StepReport report = pipelines.get(turn % pipelines.size()).step();
        idle = report.equals(StepReport.IDLE) ? idle + 1 : 0;
      } catch (StoreUnavailableException | PositionConflictException again) {
        idle = 0;
      }
    }
  }

  /** The same events in batches of another order for each seed, none later than is allowed. */
  private void fill(long seed) {
    Random random = new Random(1);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      lines.add(
          line(i, random.nextInt(3) == 0 ? "success" : "failure", "user-" + random.nextInt(12)));
    }
    List<Integer> batches = new ArrayList<>();
    for (int from = 0; from < EVENTS; from += BATCH) {
      batches.add(from);
    }
    if (seed != 0) {
      // Pairs of neighbours change places: forty seconds at most.
      for (int i = 0; i + 1 < batches.size(); i += 2) {
        if (new Random(seed + i).nextBoolean()) {
          Collections.swap(batches, i, i + 1);
        }
      }
    }
    batches.forEach(from -> append("batch-" + from, lines.subList(from, from + BATCH)));
  }

  private static List<String> lines(int second, String outcome, String user, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(line(second + i, outcome, user));
    }
    return lines;
  }

  private static String line(int second, String outcome, String user) {
    return "{\"@timestamp\":\""
        + BEGINNING.plusSeconds(second)
        + "\",\"second\":"
        + second
        + ",\"outcome\":\""
        + outcome
        + "\",\"user\":\""
        + user
        + "\"}";
  }

  private void append(String key, List<String> lines) {
    journal.append(
        new RawBatch(
            new EventOrigin(Tenant.DEFAULT, "sensor", key, 0),
            key,
            RawBatch.AUTO,
            BEGINNING,
            String.join("\n", lines).getBytes(StandardCharsets.UTF_8),
            lines.size()));
  }
}
