package io.eventsec.core.sigma.ast;

import java.util.Optional;

/**
 * Reads IP addresses without ever asking a name server: dotted decimal for IPv4 (no leading zeros),
 * RFC 4291 text forms for IPv6, with an optional zone that is ignored.
 */
public final class IpAddress {
  private static final int V4_BYTES = 4;
  private static final int GROUPS = 8;

  private IpAddress() {}

  /**
   * The bytes of the address, 4 or 16.
   *
   * @return empty if the text is no address
   */
  public static Optional<byte[]> parse(String text) {
    return text.indexOf(':') >= 0 ? v6(text) : v4(text);
  }

  private static Optional<byte[]> v4(String text) {
    byte[] bytes = new byte[V4_BYTES];
    int part = 0;
    int value = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '.';
      if (c == '.') {
        if (value < 0 || part == V4_BYTES) {
          return Optional.empty();
        }
        bytes[part++] = (byte) value;
        value = -1;
      } else {
        value = withDigit(value, c);
        if (value < 0) {
          return Optional.empty();
        }
      }
    }
    return part == V4_BYTES ? Optional.of(bytes) : Optional.empty();
  }

  private static int withDigit(int value, char c) {
    if (c < '0' || c > '9' || value == 0) {
      return -1;
    }
    int next = Math.max(value, 0) * 10 + (c - '0');
    return next > 255 ? -1 : next;
  }

  private static Optional<byte[]> v6(String text) {
    int zone = text.indexOf('%');
    String address = zone < 0 ? text : text.substring(0, zone);
    int gap = address.indexOf("::");
    if (gap < 0) {
      return groups(address).filter(head -> head.length == GROUPS).map(head -> join(head, head, 0));
    }
    String tail = address.substring(gap + 2);
    if (tail.contains("::")) {
      return Optional.empty();
    }
    Optional<int[]> head = groups(address.substring(0, gap));
    Optional<int[]> rest = groups(tail);
    if (head.isEmpty() || rest.isEmpty() || head.get().length + rest.get().length >= GROUPS) {
      return Optional.empty();
    }
    return Optional.of(join(head.get(), rest.get(), rest.get().length));
  }

  private static byte[] join(int[] head, int[] tail, int tailLength) {
    byte[] bytes = new byte[GROUPS * 2];
    for (int i = 0; i < head.length; i++) {
      put(bytes, i, head[i]);
    }
    for (int i = 0; i < tailLength; i++) {
      put(bytes, GROUPS - tailLength + i, tail[i]);
    }
    return bytes;
  }

  private static void put(byte[] bytes, int group, int value) {
    bytes[group * 2] = (byte) (value >> 8);
    bytes[group * 2 + 1] = (byte) value;
  }

  /** The 16-bit groups of one side of a {@code ::}; a dotted IPv4 tail is two of them. */
  private static Optional<int[]> groups(String side) {
    if (side.isEmpty()) {
      return Optional.of(new int[0]);
    }
    String[] parts = side.split(":", -1);
    if (parts.length > GROUPS) {
      return Optional.empty();
    }
    int[] groups = new int[GROUPS + 1];
    int size = 0;
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
        Optional<byte[]> v4 = v4(parts[i]);
        if (v4.isEmpty()) {
          return Optional.empty();
        }
        groups[size++] = pair(v4.get(), 0);
        groups[size++] = pair(v4.get(), 2);
      } else if (isGroup(parts[i])) {
        groups[size++] = Integer.parseInt(parts[i], 16);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(java.util.Arrays.copyOf(groups, size));
  }

  private static int pair(byte[] v4, int from) {
    return (v4[from] & 0xff) << 8 | (v4[from + 1] & 0xff);
  }

  private static boolean isGroup(String part) {
    return !part.isEmpty()
        && part.length() <= 4
        && part.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
  }
}
