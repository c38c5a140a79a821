package io.eventsec.core.intel.match;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Records by their keys: open addressing, half a digest and an address in each slot. Not
 * thread-safe while records are added, immutable afterwards.
 */
final class KeyTable {
  private static final long HIGH = 0xffff_ffff_0000_0000L;
  private static final long GOLDEN = 0xd6e8feb86659fd93L;
  private static final int SMALLEST = 8;

  private final Verifier verifier;
  private final long[] slots;

  /** Says whether a record has a key. */
  @FunctionalInterface
  interface Verifier {
    boolean hasKey(int address, Key key);
  }

  /**
   * Makes an empty one.
   *
   * @param most as many records as it will ever have
   */
  KeyTable(Verifier verifier, int most) {
    this.verifier = verifier;
    this.slots = new long[Integer.highestOneBit(Math.max(most, SMALLEST)) * 4];
  }

  /** The address of the record with that key; 0 if there is none. */
  int find(Key key) {
    long mixed = mixed(key.digest());
    int mask = slots.length - 1;
    for (int i = (int) mixed & mask; ; i = i + 1 & mask) {
      long slot = slots[i];
      if (slot == 0) {
        return 0;
      }
      if (((slot ^ mixed) & HIGH) == 0 && verifier.hasKey((int) slot, key)) {
        return (int) slot;
      }
    }
  }

  /** Adds a record whose key is not in the table. */
  void add(Key key, int address) {
    long mixed = mixed(key.digest());
    int mask = slots.length - 1;
    int i = (int) mixed & mask;
    while (slots[i] != 0) {
      i = i + 1 & mask;
    }
    slots[i] = mixed & HIGH | address;
  }

  /** Lets another record stand for the key of one that is in the table. */
  void replace(Key key, int before, int after) {
    long mixed = mixed(key.digest());
    int mask = slots.length - 1;
    int i = (int) mixed & mask;
    while ((int) slots[i] != before) {
      i = i + 1 & mask;
    }
    slots[i] = mixed & HIGH | after;
  }

  /** The addresses of all records, in no order. */
  IntStream addresses() {
    return Arrays.stream(slots).filter(slot -> slot != 0).mapToInt(slot -> (int) slot);
  }

  long bytes() {
    return (long) slots.length * Long.BYTES;
  }

  private static long mixed(long digest) {
    long h = digest * GOLDEN;
    return h ^ h >>> 32;
  }
}
