package io.eventsec.core.spi;

/**
 * How much to read at once.
 *
 * @param batches at most so many, 1 or more
 * @param bytes stop after the batch that reaches so many payload bytes; one batch is always read
 */
public record ReadLimit(int batches, long bytes) {
  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one is below 1
   */
  public ReadLimit {
    if (batches < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "Read limit " + batches + " batches, " + bytes + " bytes: both must be 1 or more");
    }
  }
}
