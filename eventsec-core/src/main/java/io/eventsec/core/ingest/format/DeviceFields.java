package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What follows from the fields that a device's record has set. */
final class DeviceFields {
  private static final long NANOS = 1_000_000_000L;
  private static final Map<String, String> DIRECTIONS =
      Map.of(
          "incoming", "inbound",
          "in", "inbound",
          "from-external", "inbound",
          "outgoing", "outbound",
          "out", "outbound",
          "to-external", "outbound");

  private DeviceFields() {}

  static void complete(EcsWriter out) {
    transport(out);
    out.text("network.direction")
        .map(DIRECTIONS::get)
        .ifPresent(direction -> out.put("network.direction", direction));
    Addresses.complete(out);
    addresses(out);
    type(out);
    sum(out, "bytes");
    sum(out, "packets");
    observer(out);
    FileNames.complete(out);
    Related.complete(out);
  }

  private static void transport(EcsWriter out) {
    if (out.get("network.transport") instanceof List<?>) {
      return;
    }
    Optional<String> said =
        out.text("network.transport").map(text -> text.toLowerCase(Locale.ROOT));
    said.ifPresent(
        written -> {
          Long number = Numbers.whole(written);
          out.put("network.transport", number == null ? written : Protocols.name(number));
          String known = number == null ? Protocols.number(written) : written;
          if (known != null) {
            out.put("network.iana_number", known);
          }
        });
  }

  /** Sets the {@code address} of each role that has an {@code ip} or {@code domain} only. */
  static void addresses(EcsWriter out) {
    for (String role : List.of("source", "destination", "client", "server")) {
      if (out.get(role + ".address") == null) {
        Optional<String> domain = out.text(role + ".domain");
        Optional<String> address = out.text(role + ".ip").or(() -> domain);
        out.put(role + ".address", address.orElse(null));
      }
    }
  }

  private static void type(EcsWriter out) {
    if (out.get("network.type") == null) {
      out.text("source.ip")
          .ifPresent(ip -> out.put("network.type", ip.indexOf(':') < 0 ? "ipv4" : "ipv6"));
    }
  }

  private static void sum(EcsWriter out, String what) {
    Object sent = out.get("source." + what);
    Object received = out.get("destination." + what);
    if (out.get("network." + what) == null && (sent != null || received != null)) {
      Traffic.Counters counters =
          what.equals("bytes")
              ? new Traffic.Counters(sent, received, null, null)
              : new Traffic.Counters(null, null, sent, received);
      Traffic.set(out, counters);
    }
  }

  private static void observer(EcsWriter out) {
    // With an id it is a machine that the device tells about.
    boolean isObserver = out.get("observer.vendor") != null && out.get("host.id") == null;
    if (out.get("observer.name") == null && isObserver) {
      out.put("observer.name", out.get("host.name"));
    }
    if (out.get("observer.hostname") == null && out.get("observer.vendor") != null) {
      out.put("observer.hostname", out.get("log.syslog.hostname"));
    }
  }

  private static void add(Set<Object> values, @Nullable Object value) {
    if (value instanceof List<?> list) {
      values.addAll(list);
    } else if (value != null) {
      values.add(value);
    }
  }

  /** Adds to the kinds of event that are set so far. */
  static void addType(EcsWriter out, String type) {
    Set<Object> types = new LinkedHashSet<>();
    add(types, out.get("event.type"));
    types.add(type);
    out.put("event.type", new ArrayList<>(types));
  }

  /** Sets how long it took, which the record says in seconds. */
  static void seconds(NativeRecord said, String name, EcsWriter out) {
    duration(said, name, NANOS, out);
  }

  /** Sets how long it took, which the record says in a unit of so many nanoseconds. */
  static void duration(NativeRecord said, String name, long unit, EcsWriter out) {
    said.text(name)
        .ifPresent(
            written -> {
              Long number = Numbers.whole(written);
              if (number == null || number < 0 || number > Long.MAX_VALUE / unit) {
                out.problem(name, written, Conversion.NANOS);
              } else {
                out.put("event.duration", number * unit);
              }
            });
  }
}
