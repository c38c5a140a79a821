package io.eventsec.core.intel.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Records of bytes, one behind the other, in pages: no record lies in two. The address of a record
 * is a number above 0. Not thread-safe while records are added, immutable afterwards.
 */
final class BytePages {
  /** Small enough for a page to be no humongous object of G1, which would take twice its size. */
  private static final int BITS = 18;

  private static final int SIZE = 1 << BITS;
  private static final int MASK = SIZE - 1;

  private final List<byte[]> pages = new ArrayList<>();
  private int used = SIZE;

  /** Adds a record of at most a page; its address. */
  int add(byte[] record, int length) {
    if (used + length > SIZE) {
      pages.add(new byte[SIZE]);
      // Address 0 stands for no record.
      used = 1;
    }
    int address = (pages.size() - 1 << BITS) + used;
    System.arraycopy(record, 0, page(address), used, length);
    used += length;
    return address;
  }

  /** The page that the record lies in. */
  byte[] page(int address) {
    return pages.get(address >>> BITS);
  }

  /** Where in its page the record begins. */
  static int offset(int address) {
    return address & MASK;
  }

  long bytes() {
    return (long) pages.size() * SIZE;
  }
}
