package io.eventsec.core.spi;

import io.eventsec.core.ingest.Rejection;
import java.util.List;

/** How far each reader of the journal has come. Safe to share between threads and nodes. */
public interface ReaderPositions {

  /**
   * Where the reader stands; {@link JournalPosition#START} if it has never moved.
   *
   * @param reader a name such as {@code detect}
   * @throws StoreUnavailableException if the store does not answer
   */
  JournalPosition position(String reader);

  /**
   * Moves the reader and keeps what it had to reject, in one transaction.
   *
   * @throws PositionConflictException if the reader no longer stands at {@code step.from()}:
   *     another node was faster, and nothing was written
   * @throws StoreUnavailableException if the store does not answer
   */
  void advance(ReaderStep step, List<DeadLetter> deadLetters);

  /**
   * Makes a dead letter of a rejection.
   *
   * @param parser {@link io.eventsec.core.ingest.BatchDecoder#version} of what read the entry
   */
  static DeadLetter deadLetter(JournalEntry entry, Rejection rejection, String parser) {
    return new DeadLetter(
        entry.batch().origin().tenant(),
        entry.batch().origin().source(),
        rejection,
        entry.batch().receivedAt(),
        parser);
  }
}
