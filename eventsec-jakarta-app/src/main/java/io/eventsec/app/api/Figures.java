package io.eventsec.app.api;

import io.eventsec.app.worker.Workers;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.persistence.detection.PostgresDeadLetters;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.detection.PostgresOutbox;
import io.eventsec.persistence.detection.ReaderState;
import io.eventsec.persistence.journal.JournalTotals;
import io.eventsec.persistence.journal.PostgresJournal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The figures of the pipeline, from the database. */
@ApplicationScoped
public class Figures {
  @Inject PostgresJournal journal;
  @Inject PostgresDetectionStore store;
  @Inject PostgresDeadLetters letters;
  @Inject PostgresOutbox outbox;

  OverviewJson.Pipeline pipeline(Tenant tenant) {
    // The readers first: what is appended meanwhile can only make them look further behind.
    List<ReaderState> readers = store.readers();
    ReaderState detect = reader(readers, Workers.DETECT);
    ReaderState index = reader(readers, Workers.INDEX);
    JournalTotals totals = journal.totals();
    return new OverviewJson.Pipeline(
        totals.records(),
        detect.events(),
        index.records(),
        letters.count(tenant),
        totals.end().value() - detect.position().value(),
        totals.end().value() - index.position().value(),
        outbox.pending());
  }

  /** Where the named reader stands. */
  static ReaderState reader(List<ReaderState> readers, String name) {
    return readers.stream()
        .filter(reader -> reader.reader().equals(name))
        .findFirst()
        .orElse(new ReaderState(name, JournalPosition.START, 0, 0, Instant.EPOCH));
  }
}
