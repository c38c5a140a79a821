package io.eventsec.core.ingest.audit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A socket's address as the kernel has it in memory, {@code struct sockaddr} in hexadecimal, under
 * the names that auditd has for its parts. The family is in the machine's order of bytes: taken as
 * little-endian unless only the other order makes sense.
 */
final class SocketAddress {
  private static final int UNIX = 1;
  private static final int INET = 2;
  private static final int INET6 = 10;
  private static final int INET_LENGTH = 8;
  private static final int INET6_LENGTH = 24;
  private static final int INET6_START = 8;

  private static final Map<Integer, String> FAMILIES =
      Map.of(UNIX, "local", INET, "inet", INET6, "inet6", 16, "netlink", 17, "packet", 40, "vsock");

  private SocketAddress() {}

  /** The parts of an address; none if it is too short for any. */
  static Map<String, String> parts(String hex) {
    byte[] bytes = AuditText.bytes(hex);
    Map<String, String> parts = new LinkedHashMap<>();
    if (bytes == null || bytes.length < 2) {
      return parts;
    }
    int family = bytes[0] == 0 && bytes[1] != 0 ? bytes[1] & 0xFF : bytes[0] & 0xFF;
    parts.put("saddr_fam", FAMILIES.getOrDefault(family, String.valueOf(family)));
    if (family == INET && bytes.length >= INET_LENGTH) {
      put(inet(bytes), bytes, parts);
    } else if (family == INET6 && bytes.length >= INET6_LENGTH) {
      put(inet6(bytes), bytes, parts);
    } else if (family == UNIX) {
      path(bytes, parts);
    }
    return parts;
  }

  private static void put(String address, byte[] bytes, Map<String, String> parts) {
    parts.put("laddr", address);
    parts.put("lport", String.valueOf(pair(bytes, 2)));
  }

  private static int pair(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }

  private static String inet(byte[] bytes) {
    return (bytes[4] & 0xFF)
        + "."
        + (bytes[5] & 0xFF)
        + "."
        + (bytes[6] & 0xFF)
        + "."
        + (bytes[7] & 0xFF);
  }

  private static String inet6(byte[] bytes) {
    StringJoiner groups = new StringJoiner(":");
    for (int i = INET6_START; i < INET6_LENGTH; i += 2) {
      groups.add(Integer.toHexString(pair(bytes, i)));
    }
    return groups.toString();
  }

  /** Names that start with a zero byte are of no file; what is behind the end is left over. */
  private static void path(byte[] bytes, Map<String, String> parts) {
    int start = 2;
    boolean named = bytes.length > start + 1 && bytes[start] == 0;
    start += named ? 1 : 0;
    int end = start;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    if (end > start) {
      parts.put("path", (named ? "@" : "") + AuditText.text(Arrays.copyOfRange(bytes, start, end)));
    }
  }
}
