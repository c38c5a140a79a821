package io.eventsec.core.enrich;

import io.eventsec.core.event.Event;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.sigma.ast.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says in {@code network.direction} which way over the border of the own networks an event goes, in
 * the words of ECS for a host that is not the one that tells: {@code internal}, {@code outbound},
 * {@code inbound}, {@code external}. Events that have one, or lack {@code source.ip} or {@code
 * destination.ip}, are left alone. Immutable and thread-safe.
 */
public final class NetworkDirection implements EnrichmentStage {
  /** What no internet provider routes: RFC 1918, 4193, 3927, 4291 and loopback. */
  public static final List<String> PRIVATE_NETWORKS =
      List.of(
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "fc00::/7",
          "fe80::/10",
          "::1/128");

  private static final String FIELD = "network.direction";

  private final List<Block> own;

  /** The own networks are the private ones. */
  public NetworkDirection() {
    this(PRIVATE_NETWORKS);
  }

  /**
   * The own networks are these.
   *
   * @throws IllegalArgumentException naming the first that is no block of addresses
   */
  public NetworkDirection(List<String> networks) {
    List<Block> blocks = new ArrayList<>();
    for (String network : networks) {
      blocks.add(Block.of(new Indicator(IndicatorKind.NETWORK, network).value()));
    }
    own = List.copyOf(blocks);
  }

  @Override
  public String name() {
    return "network_direction";
  }

  @Override
  public Event enrich(Event event) {
    if (event.ecsFields().containsKey(FIELD)) {
      return event;
    }
    Optional<Boolean> from = isOwn(event.ecsFields().get("source.ip"));
    Optional<Boolean> to = isOwn(event.ecsFields().get("destination.ip"));
    return from.isEmpty() || to.isEmpty()
        ? event
        : event.toBuilder().ecs(FIELD, direction(from.get(), to.get())).build();
  }

  private static String direction(boolean fromOwn, boolean toOwn) {
    if (fromOwn) {
      return toOwn ? "internal" : "outbound";
    }
    return toOwn ? "inbound" : "external";
  }

  private Optional<Boolean> isOwn(@org.jspecify.annotations.Nullable Object address) {
    return address instanceof String text
        ? IpAddress.parse(text).map(bits -> own.stream().anyMatch(block -> block.holds(bits)))
        : Optional.empty();
  }

  /** A block of addresses. */
  private static final class Block {
    private final byte[] first;
    private final int prefix;

    private Block(byte[] first, int prefix) {
      this.first = first;
      this.prefix = prefix;
    }

    static Block of(String canonical) {
      int slash = canonical.indexOf('/');
      return new Block(
          IpAddress.parse(canonical.substring(0, slash)).orElseThrow(),
          Integer.parseInt(canonical.substring(slash + 1)));
    }

    boolean holds(byte[] address) {
      if (address.length != first.length) {
        return false;
      }
      int whole = prefix / Byte.SIZE;
      for (int i = 0; i < whole; i++) {
        if (address[i] != first[i]) {
          return false;
        }
      }
      int rest = prefix % Byte.SIZE;
      return rest == 0 || ((address[whole] ^ first[whole]) & 0xff) >>> Byte.SIZE - rest == 0;
    }
  }
}
