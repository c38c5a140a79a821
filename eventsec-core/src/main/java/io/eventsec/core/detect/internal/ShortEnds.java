package io.eventsec.core.detect.internal;

/** The last two characters of runs of two or three. Only changed while an index is made. */
final class ShortEnds {
  private static final int TWO = 16;

  private static final long[] NONE = new long[1 << TWO - 6];

  /** One array serves all that have nothing. */
  private long[] bits = NONE;

  /** Takes the runs of a table, which all have that length. */
  void addAll(GramTable table, int length) {
    table.forEachGram(gram -> add(gram >>> GramIndex.BYTE * (length - 2)));
  }

  private void add(int pair) {
    if (bits == NONE) {
      bits = new long[NONE.length];
    }
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
