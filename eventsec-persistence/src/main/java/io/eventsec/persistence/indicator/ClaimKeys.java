package io.eventsec.persistence.indicator;

import java.util.Arrays;

/**
 * The keys of claims that a feed has made, eight bytes each. Two of a million claims share those
 * once in some thirty million feeds; one that should be taken back is then kept.
 */
final class ClaimKeys {
  private long[] keys = new long[1024];
  private int size;

  void add(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size++] = key;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** To be called before {@link #contains}. */
  void sort() {
    Arrays.sort(keys, 0, size);
  }

  boolean contains(long key) {
    return Arrays.binarySearch(keys, 0, size, key) >= 0;
  }
}
