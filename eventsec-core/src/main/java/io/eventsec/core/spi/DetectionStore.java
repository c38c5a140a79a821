package io.eventsec.core.spi;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.event.Tenant;
import java.util.List;
import java.util.Map;

/** Keeps what detection found. Safe to share between threads and nodes. */
public interface DetectionStore extends ReaderPositions {

  /**
   * Alerts, their outbox entries, what those of them count that are new, dead letters, what has
   * changed in the state of correlations, what was evaluated ({@link CoverageLedger}), and the
   * reader's position in one transaction: all of it or nothing. Merges are joined with the alert
   * that is there, as {@link io.eventsec.core.alert.AlertMerge#and} says, or raise it.
   *
   * @return the alerts that are new, in the order given, those of merges behind
   * @throws PositionConflictException if the reader no longer stands at {@code
   *     commit.step().from()}; nothing was written
   * @throws StoreUnavailableException if the store does not answer; it is unknown whether it was
   *     written, and committing the same again is harmless
   */
  List<Alert> commit(DetectionCommit commit);

  /**
   * The state of all correlations as it was last committed.
   *
   * @return by tenant, by key of the part
   * @throws StoreUnavailableException if the store does not answer
   */
  Map<Tenant, Map<String, byte[]>> correlationState();
}
