package io.eventsec.core.enrich;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.NumberText;
import io.eventsec.core.sigma.ast.IpAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Sets {@code network.community_id} by the specification of Corelight, version 1 with seed 0: one
 * name for a flow, whichever sensor saw it and whichever way its packet went. Immutable and
 * thread-safe.
 *
 * <p>It is made of {@code source.ip}, {@code destination.ip}, the ports, and {@code
 * network.iana_number} or {@code network.transport}. For ICMP the type and code are Suricata's
 * {@code icmp_type} and {@code icmp_code}, or the ports, where Zeek has them. Events that have an
 * id, or lack one of these, are left alone.
 */
public final class CommunityId implements EnrichmentStage {
  private static final String FIELD = "network.community_id";
  private static final int MOST_PORT = 0xffff;
  private static final int MOST_PROTOCOL = 0xff;
  private static final Map<String, Integer> PROTOCOLS =
      Map.of(
          "icmp", Flow.ICMP,
          "igmp", 2,
          "tcp", Flow.TCP,
          "udp", Flow.UDP,
          "gre", 47,
          "esp", 50,
          "ah", 51,
          "icmp6", Flow.ICMP_V6,
          "ipv6-icmp", Flow.ICMP_V6,
          "sctp", Flow.SCTP);

  @Override
  public String name() {
    return "community_id";
  }

  @Override
  public Event enrich(Event event) {
    return event.ecsFields().containsKey(FIELD)
        ? event
        : flow(event).map(flow -> event.toBuilder().ecs(FIELD, flow.id()).build()).orElse(event);
  }

  private static Optional<Flow> flow(Event event) {
    Optional<byte[]> source = address(event, "source.ip");
    Optional<byte[]> destination = address(event, "destination.ip");
    if (source.isEmpty() || destination.isEmpty()) {
      return Optional.empty();
    }
    boolean v6 = source.get().length > Integer.BYTES;
    OptionalInt protocol = protocol(event, v6);
    if (protocol.isEmpty() || v6 != destination.get().length > Integer.BYTES) {
      return Optional.empty();
    }
    Flow bare = new Flow(source.get(), destination.get(), protocol.getAsInt(), 0, 0);
    return bare.hasPorts() ? ports(event, bare) : Optional.of(bare);
  }

  private static Optional<Flow> ports(Event event, Flow bare) {
    OptionalInt first = OptionalInt.empty();
    OptionalInt second = OptionalInt.empty();
    if (bare.isIcmp()) {
      first = number(event.value("icmp_type"), MOST_PROTOCOL);
      second = number(event.value("icmp_code"), MOST_PROTOCOL);
    }
    if (first.isEmpty() || second.isEmpty()) {
      first = number(event.ecsFields().get("source.port"), MOST_PORT);
      second = number(event.ecsFields().get("destination.port"), MOST_PORT);
    }
    return first.isEmpty() || second.isEmpty()
        ? Optional.empty()
        : Optional.of(bare.withPorts(first.getAsInt(), second.getAsInt()));
  }

  private static Optional<byte[]> address(Event event, String field) {
    return event.ecsFields().get(field) instanceof String text
        ? IpAddress.parse(text)
        : Optional.empty();
  }

  private static OptionalInt protocol(Event event, boolean v6) {
    OptionalInt number = number(event.ecsFields().get("network.iana_number"), MOST_PROTOCOL);
    if (number.isPresent()
        || !(event.ecsFields().get("network.transport") instanceof String name)) {
      return number;
    }
    Integer known = PROTOCOLS.get(name.toLowerCase(Locale.ROOT));
    if (known == null) {
      return OptionalInt.empty();
    }
    // Zeek calls both versions icmp.
    return OptionalInt.of(known == Flow.ICMP && v6 ? Flow.ICMP_V6 : known);
  }

  private static OptionalInt number(@Nullable Object value, int most) {
    Number number = value == null ? null : NumberText.number(value);
    return number instanceof Long whole && whole >= 0 && whole <= most
        ? OptionalInt.of(whole.intValue())
        : OptionalInt.empty();
  }
}
