package io.eventsec.app.metrics;

import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.IndexPipeline;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.persistence.correlation.CorrelationLedger;
import io.eventsec.persistence.detection.DeadLetterEvictions;
import io.eventsec.persistence.detection.PostgresDeadLetters;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.detection.PostgresOutbox;
import io.eventsec.persistence.detection.ReaderState;
import io.eventsec.persistence.journal.JournalTotals;
import io.eventsec.persistence.journal.PostgresJournal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Reads the figures of the pipeline from the database. */
@ApplicationScoped
public class PipelineSource {
  private static final double NANOS = Duration.ofSeconds(1).toNanos();

  @Inject PostgresJournal journal;
  @Inject PostgresDetectionStore store;
  @Inject PostgresDeadLetters letters;
  @Inject DeadLetterEvictions evictions;
  @Inject PostgresOutbox outbox;
  @Inject CorrelationLedger ledger;

  /**
   * The figures as they are now.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  PipelineFigures read() {
    // The readers first: what is appended meanwhile can only make them look further behind.
    List<ReaderState> states = store.readers();
    JournalTotals totals = journal.totals();
    return new PipelineFigures(
        totals.end().value(),
        totals.records(),
        state(states, DetectionPipeline.READER).events(),
        List.of(
            reader(state(states, DetectionPipeline.READER)),
            reader(state(states, IndexPipeline.READER))),
        letters.stages(),
        evictions.evicted(),
        ledger.totals(),
        outbox.pending());
  }

  private static ReaderState state(List<ReaderState> states, String name) {
    return Stream.concat(
            states.stream().filter(state -> state.reader().equals(name)),
            Stream.of(new ReaderState(name, JournalPosition.START, 0, 0, Instant.EPOCH)))
        .findFirst()
        .orElseThrow();
  }

  private PipelineFigures.Reader reader(ReaderState state) {
    return new PipelineFigures.Reader(
        state.reader(),
        state.position().value(),
        state.records(),
        journal.waiting(state.position()).orElse(Duration.ZERO).toNanos() / NANOS);
  }
}
