package io.eventsec.core.spi;

import io.eventsec.core.alert.Alert;
import java.util.List;

/** Keeps what detection found. Safe to share between threads and nodes. */
public interface DetectionStore extends ReaderPositions {

  /**
   * Alerts, their outbox entries, dead letters and the reader's position in one transaction: all of
   * it or nothing.
   *
   * @return the alerts that are new, in the order given
   * @throws PositionConflictException if the reader no longer stands at {@code
   *     commit.step().from()}; nothing was written
   * @throws StoreUnavailableException if the store does not answer; it is unknown whether it was
   *     written, and committing the same again is harmless
   */
  List<Alert> commit(DetectionCommit commit);
}
