package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.LogsourceRouting;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.memory.InMemoryDetectionStore;
import io.eventsec.core.pipeline.Detection;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.testkit.TestEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Events a second from a journal to alerts of a correlation that every event counts for, and what
 * of the time is the commit. Prints; what it asserts is that the alerts are those of the same
 * events without a database. {@code -Deventsec.speed.batches=150} for figures worth keeping.
 */
class CorrelationThroughputIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final int BATCHES = Integer.getInteger("eventsec.speed.batches", 10);
  private static final int LINES = 2_000;
  private static final int EVENTS_A_SECOND = 1_000;
  private static final ReadLimit STEP = new ReadLimit(8, 8 << 20);

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
                  title: Many failed sign-ins
                  correlation:
                    type: event_count
                    rules: [failed]
                    group-by: [user]
                    timespan: 5m
                    condition: {gte: 10}
                  """)));

  private static final Detection DETECTION =
      Detection.of(
          DetectionEngine.builder().rules(RULES.rules()).routing(LogsourceRouting.NONE).build(),
          CorrelationRules.compile(RULES));

  @ParameterizedTest
  @ValueSource(ints = {250, 100_000})
  void journalToAlerts(int users) {
    PostgresJournal journal = new PostgresJournal(STORE.pool());
    Random random = new Random(7);
    for (int n = 0; n < BATCHES; n++) {
      journal.append(batch(n, users, random));
    }
    InMemoryDetectionStore memory = new InMemoryDetectionStore();
    drain(journal, memory);
    long start = System.nanoTime();
    drain(journal, new InMemoryDetectionStore());
    long without = System.nanoTime() - start;

    TimedStore timed = new TimedStore(new PostgresDetectionStore(STORE.pool()));
    start = System.nanoTime();
    drain(journal, timed);
    long with = System.nanoTime() - start;

    long events = (long) BATCHES * LINES;
    System.out.printf(
        "throughput: %,d events of %,d users: %,.0f events/s with PostgreSQL, %,.0f without; the"
            + " commits take %.0f %% of the time, %,.1f ms each, %,d cells in all%n",
        events,
        users,
        events / (with / 1e9),
        events / (without / 1e9),
        100.0 * timed.nanos / with,
        timed.nanos / 1e6 / timed.commits,
        timed.cells);
    assertThat(STORE.number("select count(*) from alerts"))
        .isEqualTo(ids(memory.alerts(Tenant.DEFAULT)).size());
    assertThat(STORE.number("select sum(events) from correlation_counts")).isEqualTo(events);
  }

  private static Set<String> ids(List<Alert> alerts) {
    return alerts.stream().map(alert -> alert.id().value()).collect(Collectors.toSet());
  }

  private static void drain(PostgresJournal journal, DetectionStore store) {
    DetectionPipeline pipeline =
        new DetectionPipeline(
            new Source(journal, EventDecoder.ofAnyJson()),
            () -> DETECTION,
            store,
            STEP,
            CorrelatorOptions.DEFAULT,
            () -> TestEvents.BEGINNING.plusSeconds(86_400));
    int idle = 0;
    while (idle < 2) {
      idle = pipeline.step().idle() ? idle + 1 : 0;
    }
  }

  private static RawBatch batch(int n, int users, Random random) {
    StringBuilder text = new StringBuilder(LINES * 100);
    for (int line = 0; line < LINES; line++) {
      Instant time = TestEvents.BEGINNING.plusMillis(1_000L * (n * LINES + line) / EVENTS_A_SECOND);
      text.append("{\"@timestamp\":\"").append(time);
      text.append("\",\"outcome\":\"failure\",\"user\":\"user-").append(random.nextInt(users));
      text.append("\"}\n");
    }
    return new RawBatch(
        new EventOrigin(Tenant.DEFAULT, "sign-ins", "run", (long) n * LINES),
        "batch-" + n,
        RawBatch.AUTO,
        TestEvents.BEGINNING.plusMillis(1_000L * (n + 1) * LINES / EVENTS_A_SECOND),
        text.toString().getBytes(StandardCharsets.UTF_8),
        LINES);
  }

  /** Measures how long commits take. */
  private static final class TimedStore implements DetectionStore {
    private final DetectionStore store;
    private long nanos;
    private int commits;
    private long cells;

    TimedStore(DetectionStore store) {
      this.store = store;
    }

    @Override
    public List<Alert> commit(DetectionCommit commit) {
      long start = System.nanoTime();
      List<Alert> raised = store.commit(commit);
      nanos += System.nanoTime() - start;
      commits++;
      cells += commit.correlations().state().size();
      return raised;
    }

    @Override
    public Map<Tenant, Map<String, byte[]>> correlationState() {
      return store.correlationState();
    }

    @Override
    public JournalPosition position(String reader) {
      return store.position(reader);
    }

    @Override
    public void advance(ReaderStep step, List<DeadLetter> deadLetters) {
      store.advance(step, deadLetters);
    }
  }
}
