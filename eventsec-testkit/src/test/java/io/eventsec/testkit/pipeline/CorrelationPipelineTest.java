package io.eventsec.testkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertRepeat;
import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.memory.InMemoryDetectionStore;
import io.eventsec.core.memory.InMemoryJournal;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.pipeline.StepReport;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.testkit.TestCorrelations;
import io.eventsec.testkit.TestEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Correlations over the journal, with stores that fail, nodes that take turns and restarts. */
class CorrelationPipelineTest {
  private static final Instant LONG_AFTER = TestEvents.BEGINNING.plusSeconds(86_400);
  private static final int BATCHES = 30;

  private final InMemoryJournal journal = new InMemoryJournal();
  private final InMemoryDetectionStore store = new InMemoryDetectionStore();

  @Test
  void alert_saysWhatWasReached_andShowsTheEvents() {
    append("a", lines(0, "failure", "ada", 5));

    Turns.drain(pipeline(store, 3));

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
        .contains(
            new AlertRepeat(alert.id(), Tenant.DEFAULT, 2, TestEvents.BEGINNING.plusSeconds(4)));
    assertThat(alertsOf("Failed sign-in", store)).as("silent: a correlation asks for it").isEmpty();
  }

  @Test
  void alert_waitsForTheLateness_withNothingMoreToRead() {
    append("a", lines(0, "failure", "ada", 4));
    DetectionPipeline early = pipeline(store, 3, TestEvents.BEGINNING.plusSeconds(60));
    early.step();
    assertThat(early.step()).isEqualTo(StepReport.IDLE);
    assertThat(store.alerts(Tenant.DEFAULT)).isEmpty();

    assertThat(pipeline(store, 3).step().results()).isEqualTo(1);
  }

  @Test
  void evidenceThatTheJournalNoLongerHas_leavesTheAlertStanding() {
    append("a", lines(0, "failure", "ada", 4));
    DetectionPipeline early = pipeline(store, 3, TestEvents.BEGINNING);
    early.step();
    append("b", lines(1000, "other", "bob", 1));
    journal.truncate(
        journal.read(store.position(DetectionPipeline.READER), limit(1)).get(0).position());

    Turns.drain(pipeline(store, 3));

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

    Turns.drain(pipeline(flaky, 1), pipeline(flaky, 3), pipeline(flaky, 2));

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
    Turns.drain(quiet.pipeline(quiet.store, 1_000));
    return found(quiet.store);
  }

  /** By id of an alert, how often its condition was reached. */
  private static Map<String, Long> found(InMemoryDetectionStore in) {
    Map<String, Long> found = new TreeMap<>();
    for (Alert alert : in.alerts(Tenant.DEFAULT)) {
      found.put(alert.title() + ' ' + alert.id(), in.firings(alert.id()));
    }
    return found;
  }

  private static List<Alert> alertsOf(String title, InMemoryDetectionStore in) {
    return in.alerts(Tenant.DEFAULT).stream().filter(alert -> alert.title().equals(title)).toList();
  }

  private static ReadLimit limit(int batches) {
    return new ReadLimit(batches, 1 << 20);
  }

  /** One whose clock is so late that whatever has been read is taken up in the end. */
  private DetectionPipeline pipeline(DetectionStore to, int batches) {
    return pipeline(to, batches, LONG_AFTER);
  }

  private DetectionPipeline pipeline(DetectionStore to, int batches, Instant now) {
    return new DetectionPipeline(
        new Source(journal, EventDecoder.ofAnyJson()),
        TestCorrelations::detection,
        to,
        limit(batches),
        CorrelatorOptions.DEFAULT,
        () -> now);
  }

  private void fill(long seed) {
    TestCorrelations.batches(BATCHES, seed).forEach(journal::append);
  }

  private static List<String> lines(int second, String outcome, String user, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(TestCorrelations.line(second + i, outcome, user));
    }
    return lines;
  }

  private void append(String key, List<String> lines) {
    journal.append(TestCorrelations.batch(key, lines));
  }
}
