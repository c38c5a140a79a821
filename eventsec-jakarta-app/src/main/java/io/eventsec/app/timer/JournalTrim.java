package io.eventsec.app.timer;

import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.IndexPipeline;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.journal.PostgresJournal;
import java.time.Duration;
import java.time.Instant;

/** Drops what is older than the retention and has been passed by both readers. */
final class JournalTrim {
  /** How much longer a batch's key is known than the batch, so that a late repeat is a repeat. */
  private static final Duration RECEIPTS_LONGER = Duration.ofDays(30);

  private final PostgresJournal journal;
  private final PostgresDetectionStore positions;

  JournalTrim(PostgresJournal journal, PostgresDetectionStore positions) {
    this.journal = journal;
    this.positions = positions;
  }

  /** Does it once. */
  void run(Instant before) {
    JournalPosition old = journal.lastBefore(before);
    JournalPosition passed =
        earlier(
            positions.position(DetectionPipeline.READER), positions.position(IndexPipeline.READER));
    journal.truncate(earlier(old, passed));
    journal.forgetReceipts(before.minus(RECEIPTS_LONGER));
  }

  private static JournalPosition earlier(JournalPosition one, JournalPosition other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
