package io.eventsec.core.coverage;

/**
 * The batches of a source between two positions of the journal.
 *
 * @param source what they were sent under
 * @param from the first position, 1 or more
 * @param to the last one, {@code from} or later
 */
public record SourceRange(String source, long from, long to) {
  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if it begins before 1 or ends before it begins
   */
  public SourceRange {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException(
          "The range of '" + source + "' from " + from + " to " + to + " is none");
    }
  }

  /** True if the batch at that position is in it, provided that it is one of the source. */
  public boolean has(long position) {
    return from <= position && position <= to;
  }
}
