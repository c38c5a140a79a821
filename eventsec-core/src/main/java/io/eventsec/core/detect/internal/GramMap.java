package io.eventsec.core.detect.internal;

/**
 * A bit for each of many runs of characters, by a hash. Sparse, so that what is not there is seldom
 * taken for it. Only changed while an index is made.
 */
final class GramMap {
  private static final int MIX = 0x9E3779B1;
  private static final int FEWEST_BITS = 10;
  private static final int MOST_BITS = 20;

  /** So many bits for each run at least. */
  private static final int SPARSE = 16;

  /** And so many if the map stays small enough for the nearest cache. */
  private static final int SPARSER = 64;

  private static final int SMALL_BITS = 16;

  private final long[] bits;
  private final int shift;

  /** For so many runs. */
  GramMap(int runs) {
    int size =
        Math.max(
            Math.min(Math.max(log2(runs * SPARSER), FEWEST_BITS), SMALL_BITS),
            Math.min(log2(runs * SPARSE), MOST_BITS));
    this.shift = Integer.SIZE - size;
    this.bits = new long[1 << size - 6];
  }

  /** Rounded up. */
  private static int log2(int number) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(number);
  }

  void add(int gram) {
    int bit = gram * MIX >>> shift;
    bits[bit >>> 6] |= 1L << bit;
  }

  /** For {@link #bit}. */
  long[] bits() {
    return bits;
  }

  /** For {@link #bit}. */
  int shift() {
    return shift;
  }

  /** The lowest bit is 0 if the run was not added. */
  static long bit(long[] bits, int shift, int gram) {
    int bit = gram * MIX >>> shift;
    return bits[bit >>> 6] >>> bit;
  }
}
