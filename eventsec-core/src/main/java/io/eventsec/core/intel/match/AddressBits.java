package io.eventsec.core.intel.match;

/**
 * Reads IP addresses into bits without making objects: dotted decimal without leading zeros, and
 * the text forms of RFC 4291 without a zone. Not thread-safe.
 */
final class AddressBits {
  private static final int GROUPS = 8;
  private static final int PER_LONG = 4;
  private static final int GROUP_BITS = 16;

  private final int[] groups = new int[GROUPS];
  private boolean v4;
  private long high;
  private long low;

  /** True if the text is an address; then the other methods tell of it. */
  boolean read(String text) {
    v4 = text.indexOf(':') < 0;
    if (v4) {
      long bits = v4(text, 0);
      high = bits << Integer.SIZE;
      low = 0;
      return bits >= 0;
    }
    return v6(text);
  }

  boolean isV4() {
    return v4;
  }

  /** The first 64 bits; those of an IPv4 address are the first 32 of them. */
  long high() {
    return high;
  }

  /** The last 64 bits; 0 for IPv4. */
  long low() {
    return low;
  }

  /** The key that an indicator of this address is found by. */
  Key key(Key key) {
    key.clear(KeyKind.ADDRESS, Long.BYTES * 2);
    addTo(key);
    return key.digested();
  }

  /** The key that an indicator of the network is found by which begins with this address. */
  Key networkKey(Key key, int prefix) {
    key.clear(KeyKind.NETWORK, Long.BYTES * 2 + 1);
    addTo(key);
    key.add(prefix);
    return key.digested();
  }

  private void addTo(Key key) {
    key.addBits(high, v4 ? Integer.BYTES : Long.BYTES);
    if (!v4) {
      key.addBits(low, Long.BYTES);
    }
  }

  /** The 32 bits of what begins at that place; -1 if it is no address. */
  private static long v4(String text, int from) {
    long bits = 0;
    int part = -1;
    int parts = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && part >= 0) {
        bits = bits << Byte.SIZE | part;
        part = -1;
        parts++;
      } else if (c >= '0' && c <= '9' && part != 0) {
        part = part < 0 ? c - '0' : part * 10 + c - '0';
      } else {
        return -1;
      }
      if (part > 255 || parts > 3) {
        return -1;
      }
    }
    return parts == 3 && part >= 0 ? bits << Byte.SIZE | part : -1;
  }

  private boolean v6(String text) {
    int count = 0;
    int gap = -1;
    int at = 0;
    if (text.startsWith("::")) {
      gap = 0;
      at = 2;
    }
    while (at < text.length()) {
      int end = text.indexOf(':', at);
      end = end < 0 ? text.length() : end;
      int added = group(text, at, end, count);
      if (added == 0) {
        return false;
      }
      count += added;
      at = end + 1;
      if (end < text.length() && at == text.length()) {
        return false; // a single colon at the end
      }
      if (at < text.length() && text.charAt(at) == ':') {
        if (gap >= 0) {
          return false;
        }
        gap = count;
        at++;
      }
    }
    return assembled(count, gap);
  }

  /** Reads what stands between colons; how many groups it is, 0 if it is none. */
  private int group(String text, int from, int to, int count) {
    if (to == text.length() && text.indexOf('.', from) >= 0) {
      long bits = count > GROUPS - 2 ? -1 : v4(text, from);
      if (bits < 0) {
        return 0;
      }
      groups[count] = (int) (bits >>> GROUP_BITS);
      groups[count + 1] = (int) (bits & 0xffff);
      return 2;
    }
    if (to == from || to - from > PER_LONG || count == GROUPS) {
      return 0;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = digit(text.charAt(i));
      if (digit < 0) {
        return 0;
      }
      value = value << PER_LONG | digit;
    }
    groups[count] = value;
    return 1;
  }

  private static int digit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private boolean assembled(int count, int gap) {
    if (gap < 0 ? count != GROUPS : count >= GROUPS) {
      return false;
    }
    int zeros = GROUPS - count;
    high = 0;
    low = 0;
    for (int i = 0; i < GROUPS; i++) {
      boolean inGap = gap >= 0 && i >= gap && i < gap + zeros;
      long group = inGap ? 0 : groups[gap < 0 || i < gap ? i : i - zeros];
      if (i < PER_LONG) {
        high = high << GROUP_BITS | group;
      } else {
        low = low << GROUP_BITS | group;
      }
    }
    return true;
  }
}
