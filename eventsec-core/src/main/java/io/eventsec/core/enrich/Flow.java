package io.eventsec.core.enrich;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A flow, of which the specification makes an id: version, colon, and in Base64 the SHA-1 of seed
 * (2 bytes), both addresses, protocol, a zero and, for protocols that have them, both ports. The
 * smaller end stands first; ICMP has the type in place of one port and in place of the other the
 * type that answers it, or the code if none does. Then the flow has one way and its ends stay.
 *
 * @param source 4 or 16 bytes
 * @param destination as many
 * @param protocol by IANA's number
 * @param sourcePort of ICMP the type
 * @param destinationPort of ICMP the code
 */
record Flow(byte[] source, byte[] destination, int protocol, int sourcePort, int destinationPort) {
  static final int ICMP = 1;
  static final int TCP = 6;
  static final int UDP = 17;
  static final int ICMP_V6 = 58;
  static final int SCTP = 132;

  /** Echo, timestamp, information, router, address mask. */
  private static final Map<Integer, Integer> ANSWERS =
      Map.of(0, 8, 8, 0, 13, 14, 14, 13, 15, 16, 16, 15, 10, 9, 9, 10, 17, 18, 18, 17);

  /** Echo, listeners, router, neighbour, node information, home agent. */
  private static final Map<Integer, Integer> ANSWERS_V6 =
      Map.ofEntries(
          Map.entry(128, 129),
          Map.entry(129, 128),
          Map.entry(130, 131),
          Map.entry(131, 130),
          Map.entry(133, 134),
          Map.entry(134, 133),
          Map.entry(135, 136),
          Map.entry(136, 135),
          Map.entry(139, 140),
          Map.entry(140, 139),
          Map.entry(144, 145),
          Map.entry(145, 144));

  private static final int SHORT = 2;

  boolean isIcmp() {
    return protocol == ICMP || protocol == ICMP_V6;
  }

  boolean hasPorts() {
    return isIcmp() || protocol == TCP || protocol == UDP || protocol == SCTP;
  }

  Flow withPorts(int from, int to) {
    return new Flow(source, destination, protocol, from, to);
  }

  /** The community id. */
  String id() {
    OptionalInt answer = answer();
    int second = answer.orElse(destinationPort);
    boolean oneWay = isIcmp() && answer.isEmpty();
    return oneWay || isInOrder(second)
        ? id(source, destination, sourcePort, second)
        : id(destination, source, second, sourcePort);
  }

  private OptionalInt answer() {
    Integer answer =
        switch (protocol) {
          case ICMP -> answers(ANSWERS);
          case ICMP_V6 -> answers(ANSWERS_V6);
          default -> -1;
        };
    return answer < 0 ? OptionalInt.empty() : OptionalInt.of(answer);
  }

  private int answers(Map<Integer, Integer> answers) {
    return answers.getOrDefault(sourcePort, -1);
  }

  private boolean isInOrder(int second) {
    int order = Arrays.compareUnsigned(source, destination);
    return order < 0 || order == 0 && sourcePort <= second;
  }

  private String id(byte[] first, byte[] second, int firstPort, int secondPort) {
    ByteBuffer bytes = ByteBuffer.allocate(SHORT + first.length * 2 + SHORT + SHORT * 2);
    bytes.putShort((short) 0).put(first).put(second).put((byte) protocol).put((byte) 0);
    if (hasPorts()) {
      bytes.putShort((short) firstPort).putShort((short) secondPort);
    }
    byte[] told = Arrays.copyOf(bytes.array(), bytes.position());
    return "1:" + Base64.getEncoder().encodeToString(sha1(told));
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }
}
