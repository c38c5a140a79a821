package io.eventsec.core.intel;

import io.eventsec.core.sigma.ast.IpAddress;
import java.util.Optional;

/** Addresses and blocks of them in one spelling. */
final class NetworkText {
  private static final int GROUPS = 8;

  private NetworkText() {}

  static boolean isAddress(String text) {
    return parsed(text).isPresent();
  }

  static String address(String text) {
    return spelled(
        parsed(text)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'" + text + "' is not an IPv4 or IPv6 address; use one without a zone")));
  }

  static String network(String text) {
    int slash = text.indexOf('/');
    Optional<byte[]> first = slash < 0 ? Optional.empty() : parsed(text.substring(0, slash));
    if (first.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a block of addresses; use one like 192.0.2.0/24");
    }
    byte[] network = first.get();
    int prefix = prefix(text.substring(slash + 1), network.length * Byte.SIZE);
    byte[] masked = masked(network, prefix);
    String canonical = spelled(masked) + '/' + prefix;
    if (!java.util.Arrays.equals(network, masked)) {
      throw new IllegalArgumentException(
          "'" + text + "' has bits set beyond its prefix; use " + canonical);
    }
    return canonical;
  }

  /** A zone names an interface of one host and is nothing that others know. */
  private static Optional<byte[]> parsed(String text) {
    return text.indexOf('%') >= 0 ? Optional.empty() : IpAddress.parse(text);
  }

  private static int prefix(String digits, int bits) {
    int prefix = digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException(
          "Prefix length '" + digits + "' is not possible; use 0 to " + bits);
    }
    return prefix;
  }

  private static byte[] masked(byte[] network, int prefix) {
    byte[] masked = network.clone();
    for (int bit = prefix; bit < masked.length * Byte.SIZE; bit++) {
      masked[bit >> 3] &= (byte) ~(0x80 >> (bit & 7));
    }
    return masked;
  }

  private static String spelled(byte[] bytes) {
    return bytes.length == GROUPS * 2 ? v6(bytes) : v4(bytes);
  }

  private static String v4(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte part : bytes) {
      text.append(text.isEmpty() ? "" : ".").append(part & 0xff);
    }
    return text.toString();
  }

  /** RFC 5952: the longest run of zero groups, the first of equal ones, is {@code ::}. */
  private static String v6(byte[] bytes) {
    int start = 0;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int run = zeros(bytes, i);
      if (run > length) {
        start = i;
        length = run;
      }
    }
    return length < 2
        ? groups(bytes, 0, GROUPS)
        : groups(bytes, 0, start) + "::" + groups(bytes, start + length, GROUPS);
  }

  private static int zeros(byte[] bytes, int from) {
    int group = from;
    while (group < GROUPS && group(bytes, group) == 0) {
      group++;
    }
    return group - from;
  }

  private static String groups(byte[] bytes, int from, int until) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < until; i++) {
      text.append(text.isEmpty() ? "" : ":").append(Integer.toHexString(group(bytes, i)));
    }
    return text.toString();
  }

  private static int group(byte[] bytes, int group) {
    return (bytes[group * 2] & 0xff) << 8 | (bytes[group * 2 + 1] & 0xff);
  }
}
