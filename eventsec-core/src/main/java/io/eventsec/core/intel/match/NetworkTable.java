package io.eventsec.core.intel.match;

import java.util.Comparator;
import java.util.List;

/**
 * Networks of one version of IP, found by an address in them. Two networks lie apart or one in the
 * other, so all that an address lies in are the last network that begins at the address or before
 * it, if it holds the address, and those around it. Immutable.
 */
final class NetworkTable {
  private final long[] high;
  private final long[] low;
  private final byte[] prefixes;

  /** The place of the network that lies closest around; -1 if there is none. */
  private final int[] around;

  private final int[] addresses;

  /**
   * A network.
   *
   * @param high the first 64 bits of its first address
   * @param low the last 64
   * @param prefix how many bits all its addresses have in common
   * @param address of its record
   */
  record Network(long high, long low, int prefix, int address) {
    static final Comparator<Network> ORDER =
        Comparator.comparing(Network::high, Long::compareUnsigned)
            .thenComparing(Network::low, Long::compareUnsigned)
            .thenComparing(Network::prefix);
  }

  NetworkTable(List<Network> networks) {
    List<Network> sorted = networks.stream().sorted(Network.ORDER).toList();
    int size = sorted.size();
    high = new long[size];
    low = new long[size];
    prefixes = new byte[size];
    around = new int[size];
    addresses = new int[size];
    for (int i = 0; i < size; i++) {
      Network one = sorted.get(i);
      high[i] = one.high();
      low[i] = one.low();
      prefixes[i] = (byte) one.prefix();
      addresses[i] = one.address();
      around[i] = holding(i - 1, one.high(), one.low());
    }
  }

  boolean isEmpty() {
    return high.length == 0;
  }

  long bytes() {
    return high.length * (Long.BYTES * 2L + Integer.BYTES * 2L + 1);
  }

  /** The place of the smallest network that holds the address; -1 if none does. */
  int first(long addressHigh, long addressLow) {
    return holding(last(addressHigh, addressLow), addressHigh, addressLow);
  }

  /** The place of the next larger one; -1 if there is none. */
  int next(int place) {
    return around[place];
  }

  /** The address of the record of a network. */
  int record(int place) {
    return addresses[place];
  }

  private int holding(int from, long addressHigh, long addressLow) {
    int place = from;
    while (place >= 0 && !holds(place, addressHigh, addressLow)) {
      place = around[place];
    }
    return place;
  }

  private boolean holds(int place, long addressHigh, long addressLow) {
    int prefix = prefixes[place] & 0xff;
    return ((addressHigh ^ high[place]) & mask(prefix)) == 0
        && ((addressLow ^ low[place]) & mask(prefix - Long.SIZE)) == 0;
  }

  /** As many ones from the highest bit on. */
  private static long mask(int bits) {
    return bits <= 0 ? 0 : bits >= Long.SIZE ? -1 : -1L << Long.SIZE - bits;
  }

  /** The last network that begins at the address or before it; -1 if there is none. */
  private int last(long addressHigh, long addressLow) {
    int from = 0;
    int to = high.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      int order = Long.compareUnsigned(high[middle], addressHigh);
      if (order < 0 || order == 0 && Long.compareUnsigned(low[middle], addressLow) <= 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from - 1;
  }
}
