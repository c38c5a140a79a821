package io.eventsec.persistence;

import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.pipeline.Reevaluator;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.core.spi.ReevaluationStore;
import io.eventsec.persistence.detection.PostgresReevaluations;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.testkit.TestCorrelations;
import java.io.IOException;

/** A program that re-evaluates until it is killed. */
final class ReevaluatingMain {
  private static final ReadLimit LIMIT = new ReadLimit(2, 1 << 20);

  private ReevaluatingMain() {}

  /** Arguments: JDBC address, user, password. */
  public static void main(String[] args) throws InterruptedException {
    Killable.run(
        args,
        "re-evaluating",
        database -> {
          Reevaluator reevaluator =
              reevaluator(new PostgresJournal(database), new PostgresReevaluations(database));
          return () -> reevaluator.step(() -> {}).idle();
        });
  }

  static Reevaluator reevaluator(EventJournal journal, ReevaluationStore store) {
    return new Reevaluator(
        new Source(journal, EventDecoder.ofAnyJson()),
        TestCorrelations::catalogue,
        store,
        LIMIT,
        CorrelatorOptions.DEFAULT);
  }

  static Process start(TestStore store) throws IOException {
    return Killable.start(ReevaluatingMain.class, store);
  }
}
