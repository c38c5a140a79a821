package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.memory.InMemoryDetectionStore;
import io.eventsec.core.memory.InMemoryJournal;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.pipeline.StepReport;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.testkit.TestCorrelations;
import io.eventsec.testkit.TestEvents;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A process that detects is killed at random moments while batches are appended: the alerts, and
 * how often each was reached, are those of a run that nobody disturbed. {@code -Dcrash.rounds=200}
 * is the long form.
 */
class CorrelationCrashIT {
  @RegisterExtension private static final TestStore STORE = new TestStore();

  private static final int ROUNDS = Integer.getInteger("crash.rounds", 20);
  private static final int LONGEST_LIFE_MILLIS = 250;

  private final List<RawBatch> acknowledged = new ArrayList<>();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void killedAtRandomMoments_losesNothingAndInventsNothing() throws Exception {
    Thread producer = new Thread(this::produce, "producer");
    producer.start();
    Random random = new Random(3);
    Set<Long> places = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      Process process = DetectingMain.start(STORE);
      // It detects from the moment in which it says so.
      assertThat(process.inputReader().readLine()).isEqualTo("detecting");
      Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
      process.destroyForcibly().waitFor();
      places.add(
          query("select coalesce(max(position), 0) from journal_readers").getOrDefault("0", 0L));
    }
    over.set(true);
    producer.join();
    finish(new PostgresJournal(STORE.pool()), new PostgresDetectionStore(STORE.pool()));

    Map<String, Long> found = query("select firings, id from alerts");
    report(places.size());
    assertThat(places).as("places at which it was killed").hasSizeGreaterThan(ROUNDS / 2);
    assertThat(found).isEqualTo(undisturbed()).hasSizeGreaterThan(20);
    assertThat(query("select events, reader from journal_readers").get("detect"))
        .isEqualTo(acknowledged.stream().mapToLong(RawBatch::count).sum());
  }

  /** Goes on as long as there are rounds, at the pace of the process that is killed. */
  private void produce() {
    PostgresJournal journal = new PostgresJournal(STORE.pool());
    List<RawBatch> batches = TestCorrelations.batches(200 * ROUNDS, 5);
    for (RawBatch batch : batches) {
      if (over.get()) {
        return;
      }
      journal.append(batch);
      acknowledged.add(batch);
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private Map<String, Long> undisturbed() {
    InMemoryJournal journal = new InMemoryJournal();
    InMemoryDetectionStore store = new InMemoryDetectionStore();
    acknowledged.forEach(journal::append);
    finish(journal, store);
    Map<String, Long> expected = new TreeMap<>();
    for (Alert alert : store.alerts(Tenant.DEFAULT)) {
      expected.put(alert.id().value(), store.firings(alert.id()));
    }
    return expected;
  }

  /** Reads to the end, then says that it is much later: all that waits is taken up. */
  private static void finish(EventJournal journal, DetectionStore store) {
    for (long seconds : new long[] {0, 86_400}) {
      DetectionPipeline pipeline =
          new DetectionPipeline(
              new Source(journal, EventDecoder.ofAnyJson()),
              TestCorrelations::detection,
              store,
              new ReadLimit(100, 1 << 24),
              CorrelatorOptions.DEFAULT,
              () -> TestEvents.BEGINNING.plusSeconds(seconds));
      while (!pipeline.step().equals(StepReport.IDLE)) {
        continue;
      }
    }
  }

  /** A number by what stands behind it in the row; "0" if nothing does. */
  private static Map<String, Long> query(String sql) throws SQLException {
    try (Connection connection = STORE.pool().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      Map<String, Long> found = new TreeMap<>();
      while (row.next()) {
        found.put(row.getMetaData().getColumnCount() == 1 ? "0" : row.getString(2), row.getLong(1));
      }
      return found;
    }
  }

  @SuppressWarnings("SystemOut")
  private void report(int places) {
    System.out.println(
        "[crash] rounds "
            + ROUNDS
            + ", batches acknowledged "
            + acknowledged.size()
            + ", killed at different places of the journal "
            + places);
  }
}
