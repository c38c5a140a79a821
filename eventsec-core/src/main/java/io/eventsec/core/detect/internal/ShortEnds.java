package io.eventsec.core.detect.internal;

/**
 * The last two characters of runs that are shorter than four; one that has a single character ends
 * with it after any other. Only changed while an index is made.
 */
final class ShortEnds {
  private static final int TWO = 16;
  private static final int ANY = 1 << GramIndex.BYTE;

  private final long[] bits = new long[1 << TWO - 6];

  /** Takes the runs of a table, which all have that length. */
  void addAll(GramTable table, int length) {
    table.forEachGram(gram -> add(gram, length));
  }

  private void add(int gram, int length) {
    if (length > 1) {
      set(gram >>> GramIndex.BYTE * (length - 2));
    } else {
      for (int before = 0; before < ANY; before++) {
        set(gram << GramIndex.BYTE | before);
      }
    }
  }

  private void set(int pair) {
    bits[pair >>> 6] |= 1L << pair;
  }

  /** For {@link #bit}. */
  long[] bits() {
    return bits;
  }

  /** The lowest bit is 0 if no run ends with the last two characters of these four. */
  static long bit(long[] bits, int gram) {
    int pair = gram >>> TWO;
    return bits[pair >>> 6] >>> pair;
  }
}
