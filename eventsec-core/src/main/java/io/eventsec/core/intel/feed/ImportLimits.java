package io.eventsec.core.intel.feed;

/**
 * How much an import may take.
 *
 * @param bytes of the whole feed
 * @param objects objects, attributes, rows or lines
 * @param objectBytes of one of them
 */
public record ImportLimits(long bytes, int objects, int objectBytes) {
  /** 2 GiB, 5 million objects of at most 1 MiB. */
  public static final ImportLimits DEFAULT = new ImportLimits(1L << 31, 5_000_000, 1 << 20);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one is less than 1
   */
  public ImportLimits {
    if (bytes < 1 || objects < 1 || objectBytes < 1) {
      throw new IllegalArgumentException(
          "Limits " + bytes + ", " + objects + ", " + objectBytes + ": use 1 or more");
    }
  }
}
