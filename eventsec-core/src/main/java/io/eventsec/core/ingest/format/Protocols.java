package io.eventsec.core.ingest.format;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names of IP's protocols by their numbers (IANA), as ECS writes them. */
final class Protocols {
  private static final Map<Long, String> NAMES =
      Map.ofEntries(
          Map.entry(0L, "hopopt"),
          Map.entry(1L, "icmp"),
          Map.entry(2L, "igmp"),
          Map.entry(4L, "ipv4"),
          Map.entry(6L, "tcp"),
          Map.entry(8L, "egp"),
          Map.entry(17L, "udp"),
          Map.entry(41L, "ipv6"),
          Map.entry(46L, "rsvp"),
          Map.entry(47L, "gre"),
          Map.entry(50L, "esp"),
          Map.entry(51L, "ah"),
          Map.entry(58L, "ipv6-icmp"),
          Map.entry(88L, "eigrp"),
          Map.entry(89L, "ospf"),
          Map.entry(103L, "pim"),
          Map.entry(112L, "vrrp"),
          Map.entry(115L, "l2tp"),
          Map.entry(132L, "sctp"),
          Map.entry(136L, "udplite"));

  private static final Map<String, String> NUMBERS =
      NAMES.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getValue, named -> named.getKey().toString()));

  private Protocols() {}

  /** The name; the number itself if few use it. */
  static String name(long number) {
    return NAMES.getOrDefault(number, Long.toString(number));
  }

  /** The number of a name in lower case; null if it has none here. */
  static @Nullable String number(String name) {
    return NUMBERS.get(name);
  }
}
