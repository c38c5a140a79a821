package io.eventsec.persistence.inventory;

/** What became of an {@link AssetMergeRequest}. */
public sealed interface AssetMergeResult {
  /**
   * They are one.
   *
   * @param merge what was merged
   */
  record Merged(AssetMerge merge) implements AssetMergeResult {}

  /**
   * Somebody else was faster, nothing was changed.
   *
   * @param revision that of the asset that stays, now
   */
  record Stale(int revision) implements AssetMergeResult {}

  /** The tenant does not have both. */
  record Missing() implements AssetMergeResult {}
}
