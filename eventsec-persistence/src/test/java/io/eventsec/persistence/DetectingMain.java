package io.eventsec.persistence;

import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.testkit.TestCorrelations;
import io.eventsec.testkit.TestEvents;
import java.io.IOException;
import javax.sql.DataSource;

/** A program that detects until it is killed. */
final class DetectingMain {
  private static final ReadLimit LIMIT = new ReadLimit(2, 1 << 20);

  private DetectingMain() {}

  /** Arguments: JDBC address, user, password. */
  public static void main(String[] args) throws InterruptedException {
    Killable.run(
        args,
        "detecting",
        database -> {
          DetectionPipeline pipeline = pipeline(database);
          return () -> pipeline.step().idle();
        });
  }

  /** One whose clock stands at the time of receipt, so that no source seems silent. */
  static DetectionPipeline pipeline(DataSource database) {
    return new DetectionPipeline(
        new Source(new PostgresJournal(database), EventDecoder.ofAnyJson()),
        TestCorrelations::detection,
        new PostgresDetectionStore(database),
        LIMIT,
        CorrelatorOptions.DEFAULT,
        () -> TestEvents.BEGINNING);
  }

  static Process start(TestStore store) throws IOException {
    return Killable.start(DetectingMain.class, store);
  }
}
