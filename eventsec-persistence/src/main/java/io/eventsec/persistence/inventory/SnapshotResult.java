package io.eventsec.persistence.inventory;

import java.time.Instant;
import java.util.UUID;

/** What became of a {@link Snapshot}. */
public sealed interface SnapshotResult {
  /** The asset it was of. */
  UUID asset();

  /**
   * It is in force now.
   *
   * @param asset the asset it was of
   * @param created true if the asset was not known before
   * @param installed components that were not there before, in no version
   * @param upgraded components that are there in another version than before, newer or older
   * @param removed components that are there no more
   * @param unchanged components that were there before as they are now
   */
  record Recorded(
      UUID asset, boolean created, int installed, int upgraded, int removed, int unchanged)
      implements SnapshotResult {}

  /**
   * It changes nothing, because one that is as new or newer is in force.
   *
   * @param asset the asset it was of
   * @param inForce when that one was taken
   */
  record Outdated(UUID asset, Instant inForce) implements SnapshotResult {}
}
