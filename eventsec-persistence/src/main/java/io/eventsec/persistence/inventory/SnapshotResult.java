package io.eventsec.persistence.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What became of a {@link Snapshot}. */
public sealed interface SnapshotResult {
  /** The asset it was of. */
  UUID asset();

  /** Other assets that have turned out to be this one. */
  List<AssetMerge> merges();

  /**
   * It is in force now.
   *
   * @param asset the asset it was of
   * @param created true if the asset was not known before
   * @param installed components that were not there before, in no version
   * @param upgraded components that are there in another version than before, newer or older
   * @param removed components that are there no more
   * @param unchanged components that were there before as they are now
   * @param merges other assets that have turned out to be this one
   */
  record Recorded(
      UUID asset,
      boolean created,
      int installed,
      int upgraded,
      int removed,
      int unchanged,
      List<AssetMerge> merges)
      implements SnapshotResult {
    /** Copies the list. */
    public Recorded {
      merges = List.copyOf(merges);
    }
  }

  /**
   * It changes nothing, because one that is as new or newer is in force.
   *
   * @param asset the asset it was of
   * @param inForce when that one was taken
   * @param merges other assets that have turned out to be this one
   */
  record Outdated(UUID asset, Instant inForce, List<AssetMerge> merges) implements SnapshotResult {
    /** Copies the list. */
    public Outdated {
      merges = List.copyOf(merges);
    }
  }
}
