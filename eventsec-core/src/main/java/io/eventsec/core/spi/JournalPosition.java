package io.eventsec.core.spi;

/**
 * A place in the journal: batches are committed in the order of their positions.
 *
 * @param value 0 before the first batch
 */
public record JournalPosition(long value) implements Comparable<JournalPosition> {
  /** Before the first batch. */
  public static final JournalPosition START = new JournalPosition(0);

  /**
   * Checks the value.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public JournalPosition {
    if (value < 0) {
      throw new IllegalArgumentException(
          "Journal position " + value + " is negative; the journal starts at 0");
    }
  }

  @Override
  public int compareTo(JournalPosition other) {
    return Long.compare(value, other.value);
  }
}
