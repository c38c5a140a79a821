package io.eventsec.persistence.journal;

/**
 * A partition of the table {@code journal}.
 *
 * @param name of the table it is
 * @param first the first position that belongs into it
 * @param end the first position behind it
 */
record JournalPartition(String name, long first, long end) {
  /**
   * Positions a partition. At the largest batches a receiver takes that is a few gigabytes; at one
   * batch a second a new partition every three hours. The migration that made the journal's first
   * partition has this number too: it cannot be changed by changing it here.
   */
  static final long POSITIONS = 10_000;

  /** The one that a position belongs into. */
  static JournalPartition of(long position) {
    long number = position / POSITIONS;
    return new JournalPartition("journal_p" + number, number * POSITIONS, (number + 1) * POSITIONS);
  }

  /** The one behind it. */
  JournalPartition next() {
    return of(end);
  }

  /** The last position that belongs into it. */
  long last() {
    return end - 1;
  }
}
