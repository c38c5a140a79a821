package io.eventsec.cli.cut;

/**
 * How large a batch may be.
 *
 * @param records the most records
 * @param bytes how many bytes are enough; a batch has at most one record more
 */
public record BatchLimits(int records, int bytes) {
  private static final int ENOUGH_BYTES = 1 << 20;

  /** With so many records at most. */
  public static BatchLimits of(int records) {
    return new BatchLimits(records, ENOUGH_BYTES);
  }

  /** Half of it, for a server that finds it too large. */
  public BatchLimits half() {
    return new BatchLimits(Math.max(1, records / 2), Math.max(1, bytes / 2));
  }
}
