package io.eventsec.app.timer;

import io.eventsec.core.spi.JournalPosition;
import io.eventsec.persistence.detection.ReaderState;
import io.eventsec.persistence.job.JobState;
import java.util.List;

/**
 * How far all work has come, on whatever node.
 *
 * @param readers where they stand; one that has never moved is missing
 * @param end the journal's newest batch
 * @param jobs readers and timers as the database knows them
 */
public record Standing(List<ReaderState> readers, JournalPosition end, List<JobState> jobs) {

  /** How many batches the reader has still to read; never negative. */
  public long lag(String reader) {
    long position =
        readers.stream()
            .filter(state -> state.reader().equals(reader))
            .findFirst()
            .map(state -> state.position().value())
            .orElse(JournalPosition.START.value());
    return Math.max(0, end.value() - position);
  }
}
