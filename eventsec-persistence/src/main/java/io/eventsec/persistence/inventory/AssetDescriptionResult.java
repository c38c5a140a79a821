package io.eventsec.persistence.inventory;

/** What became of an {@link AssetDescription}. */
public sealed interface AssetDescriptionResult {
  /**
   * It was taken.
   *
   * @param asset as it is now
   */
  record Changed(AssetRecord asset) implements AssetDescriptionResult {}

  /**
   * Somebody else was faster, nothing was changed.
   *
   * @param revision the asset's revision now
   */
  record Stale(int revision) implements AssetDescriptionResult {}

  /** The tenant has no such asset. */
  record Missing() implements AssetDescriptionResult {}
}
