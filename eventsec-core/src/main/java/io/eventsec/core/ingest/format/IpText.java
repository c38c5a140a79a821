package io.eventsec.core.ingest.format;

import org.jspecify.annotations.Nullable;

/**
 * IP addresses as text, without ever asking a name server: IPv4 in dotted decimal, IPv6 (RFC 4291)
 * in the canonical form of RFC 5952, so that two sensors that spell one address differently name
 * the same thing.
 */
final class IpText {
  private static final int GROUPS = 8;

  private IpText() {}

  /** The canonical text, without a zone; null if it is no address. */
  static @Nullable String canonical(String text) {
    if (text.indexOf(':') < 0) {
      return ipv4(text, 0) < 0 ? null : text;
    }
    int zone = text.indexOf('%');
    int[] groups = groups(zone < 0 ? text : text.substring(0, zone));
    return groups == null ? null : format(groups);
  }

  /**
   * The address in what may have a port behind it, or be the first of a list of those who passed a
   * request on; null if there is none.
   */
  static @Nullable String ofAddress(String text) {
    int comma = text.indexOf(',');
    String first = (comma < 0 ? text : text.substring(0, comma)).strip();
    String plain = canonical(first);
    if (plain != null) {
      return plain;
    }
    int colon = first.lastIndexOf(':');
    if (colon <= 0) {
      return null;
    }
    String host = first.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return canonical(bracketed ? host.substring(1, host.length() - 1) : host);
  }

  /** The 32 bits of an IPv4 address from that place to the end of the text; -1 if it is none. */
  private static long ipv4(String text, int start) {
    long bits = 0;
    int octet = -1;
    int octets = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && octet >= 0) {
        bits = bits << 8 | octet;
        octet = -1;
        octets++;
      } else if (c >= '0' && c <= '9' && octet != 0) {
        octet = octet < 0 ? c - '0' : octet * 10 + c - '0';
      } else {
        return -1;
      }
      if (octet > 255 || octets > 3) {
        return -1;
      }
    }
    return octets == 3 && octet >= 0 ? bits << 8 | octet : -1;
  }

  private static int @Nullable [] groups(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      int[] groups = new int[GROUPS];
      return parse(text, groups) == GROUPS ? groups : null;
    }
    int[] head = new int[GROUPS];
    int[] tail = new int[GROUPS];
    int heads = parse(text.substring(0, gap), head);
    int tails = parse(text.substring(gap + 2), tail);
    if (heads < 0 || tails < 0 || heads + tails >= GROUPS) {
      return null;
    }
    System.arraycopy(tail, 0, head, GROUPS - tails, tails);
    return head;
  }

  /** Reads groups between colons; how many there were, -1 if it was anything else. */
  private static int parse(String text, int[] groups) {
    if (text.isEmpty()) {
      return 0;
    }
    int count = 0;
    int start = 0;
    while (start <= text.length()) {
      int colon = text.indexOf(':', start);
      int end = colon < 0 ? text.length() : colon;
      if (colon < 0 && text.indexOf('.', start) >= 0) {
        return withIpv4(text, start, groups, count);
      }
      int group = hex(text, start, end);
      if (group < 0 || count == GROUPS) {
        return -1;
      }
      groups[count++] = group;
      start = end + 1;
    }
    return count;
  }

  private static int withIpv4(String text, int start, int[] groups, int count) {
    long bits = ipv4(text, start);
    if (bits < 0 || count > GROUPS - 2) {
      return -1;
    }
    groups[count] = (int) (bits >> 16);
    groups[count + 1] = (int) (bits & 0xFFFF);
    return count + 2;
  }

  private static int hex(String text, int start, int end) {
    if (end <= start || end - start > 4) {
      return -1;
    }
    int value = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static String format(int[] groups) {
    int gapStart = -1;
    int gapLength = 1;
    for (int i = 0; i < GROUPS; i++) {
      int zeros = zerosFrom(groups, i);
      if (zeros > gapLength) {
        gapStart = i;
        gapLength = zeros;
      }
    }
    StringBuilder text = new StringBuilder(39);
    boolean afterGroup = false;
    for (int i = 0; i < GROUPS; i++) {
      if (i == gapStart) {
        text.append("::");
        i += gapLength - 1;
        afterGroup = false;
      } else {
        text.append(afterGroup ? ":" : "").append(Integer.toHexString(groups[i]));
        afterGroup = true;
      }
    }
    return text.toString();
  }

  private static int zerosFrom(int[] groups, int start) {
    int end = start;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - start;
  }
}
