package io.eventsec.testkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.coverage.CoverageRow;
import io.eventsec.core.coverage.CoverageSpan;
import io.eventsec.core.coverage.RulesInForce;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.core.memory.InMemoryDetectionStore;
import io.eventsec.core.memory.InMemoryJournal;
import io.eventsec.core.pipeline.Detection;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.Judgement;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.pipeline.StepReport;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.PositionConflictException;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.testkit.TestEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionPipelineTest {
  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final int BATCHES = 40;
  private static final int LINES = 5;

  private final InMemoryJournal journal = new InMemoryJournal();
  private final InMemoryDetectionStore store = new InMemoryDetectionStore();

  @Test
  void step_emptyJournal_isIdle() {
    assertThat(pipeline(store, everyEvent(), 3).step()).isEqualTo(StepReport.IDLE);
  }

  @Test
  void step_badLineAmongGoodOnes_keepsItAndGoesOn() {
    journal.append(TestEvents.batch(TENANT, "mixed", line(1), "{broken", line(2)));

    StepReport report = pipeline(store, everyEvent(), 3).step();

    assertThat(report).isEqualTo(new StepReport(1, 2, 2, 1));
    assertThat(store.deadLetters().newest(TENANT, 10))
        .extracting(letter -> letter.rejection().stage())
        .containsExactly(Rejection.Stage.PARSE);
  }

  @Test
  void step_ruleThatFails_keepsTheEventAndGoesOn() {
    journal.append(TestEvents.batch(TENANT, "poison", line(1), line(2), line(3)));
    EventId poison = EventId.of(new EventOrigin(TENANT, TestEvents.SOURCE, "poison", 0), 1);
    Detection detection =
        event -> {
          if (event.id().equals(poison)) {
            throw new IllegalStateException("a bug in a rule");
          }
          return Judgement.of(List.of(alert(event)));
        };

    StepReport report = pipeline(store, detection, 3).step();

    assertThat(report.results()).isEqualTo(2);
    assertThat(store.deadLetters().newest(TENANT, 10))
        .extracting(DeadLetter::rejection)
        .extracting(Rejection::eventId, Rejection::stage, Rejection::cause)
        .containsExactly(tuple(poison, Rejection.Stage.DETECT, "detect.failed"));
    assertThat(store.coverage().rows(TENANT, 10))
        .extracting(row -> row.span().events(), row -> row.span().failed())
        .containsExactly(tuple(3L, 1L));
  }

  @Test
  void step_batchesOfExchanges_handThemToTheirAlertsAndChangeNoId() {
    RawBatch batch = TestEvents.batch(TENANT, "batch-0", line(0), line(1));
    Correlation exchange = new Correlation("exchange-1");
    journal.append(batch.with(exchange));
    journal.append(TestEvents.batch(TENANT, "batch-1", line(2)));

    pipeline(store, everyEvent(), 3).step();

    List<Alert> alerts = store.alerts(TENANT);
    assertThat(alerts)
        .extracting(Alert::correlation)
        .containsExactly(Optional.of(exchange), Optional.of(exchange), Optional.empty());
    assertThat(ids(alerts.subList(0, 2))).isEqualTo(expected().subList(0, 2));
  }

  @Test
  void step_batches_notesWhatWasEvaluated_butNotBatchesWithoutEvents() {
    journal.append(TestEvents.batch(TENANT, "a", line(1), line(2)));
    journal.append(TestEvents.batch(TENANT, "b", "{broken"));
    journal.append(TestEvents.batch(TENANT, "c", line(3), "{broken"));
    journal.append(TestEvents.batch(TENANT, "d", "{broken"));

    drain(List.of(pipeline(store, everyEvent(), 2)));

    assertThat(store.coverage().rows(TENANT, 10))
        .containsExactly(
            new CoverageRow(
                TestEvents.SOURCE,
                RulesInForce.NONE.id(),
                new CoverageSpan(1, 3, TestEvents.BEGINNING, TestEvents.BEGINNING, 3, 0)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void step_storeCutOffAtRandom_raisesEachAlertOnce(long seed) {
    fill();
    DetectionPipeline pipeline = pipeline(new FlakyStore(store, seed), everyEvent(), 3);

    drain(List.of(pipeline));

    assertThat(ids(store.alerts(TENANT))).doesNotHaveDuplicates().hasSameElementsAs(expected());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, BATCHES})
  void step_anyBatchesAStep_raisesTheSameAlerts(int batches) {
    fill();

    drain(List.of(pipeline(store, everyEvent(), batches)));

    assertThat(ids(store.alerts(TENANT))).isEqualTo(expected());
  }

  @Test
  void step_twoNodesInTurn_oneOfThemWinsEachStep() {
    fill();

    drain(List.of(pipeline(store, everyEvent(), 2), pipeline(store, everyEvent(), 5)));

    assertThat(ids(store.alerts(TENANT))).isEqualTo(expected());
  }

  private DetectionPipeline pipeline(DetectionStore to, Detection detection, int batches) {
    return new DetectionPipeline(
        new Source(journal, EventDecoder.standard()),
        () -> detection,
        to,
        new ReadLimit(batches, 1 << 20));
  }

  /** Steps all of them in turn until none has anything left, as a caller that retries would. */
  private static void drain(List<DetectionPipeline> pipelines) {
    int idle = 0;
    for (int turn = 0; idle < pipelines.size(); turn++) {
      assertThat(turn).as("turns until drained").isLessThan(100 * BATCHES);
      try {
        boolean nothing = pipelines.get(turn % pipelines.size()).step().idle();
        idle = nothing ? idle + 1 : 0;
      } catch (StoreUnavailableException | PositionConflictException again) {
        idle = 0;
      }
    }
  }

  private void fill() {
    for (int b = 0; b < BATCHES; b++) {
      int first = b * LINES;
      String[] lines =
          IntStream.range(first, first + LINES)
              .mapToObj(DetectionPipelineTest::line)
              .toArray(String[]::new);
      journal.append(TestEvents.batch(TENANT, "batch-" + b, lines));
    }
  }

  private static List<String> expected() {
    List<String> ids = new ArrayList<>();
    for (int b = 0; b < BATCHES; b++) {
      RawBatch batch = TestEvents.batch(TENANT, "batch-" + b);
      for (int i = 0; i < LINES; i++) {
        EventId event = EventId.of(batch.origin(), i);
        ids.add(AlertId.of(TENANT, TestEvents.RULE, List.of(event)).value());
      }
    }
    return ids;
  }

  private static List<String> ids(List<Alert> alerts) {
    return alerts.stream().map(alert -> alert.id().value()).toList();
  }

  private static Detection everyEvent() {
    return event -> Judgement.of(List.of(alert(event)));
  }

  private static Alert alert(Event event) {
    return TestEvents.alert(event, Severity.HIGH);
  }

  private static String line(int n) {
    return "{\"timestamp\":\"2026-03-01T12:00:00.000000+0000\",\"event_type\":\"dns\",\"flow_id\":"
        + n
        + ",\"src_ip\":\"192.0.2.1\",\"dest_ip\":\"192.0.2.53\",\"proto\":\"UDP\"}";
  }
}
