package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Packets that Linux' firewall logs ({@code IN=eth0 OUT= SRC=... DST=... PROTO=TCP SPT=...}), by
 * iptables, nftables, ufw, firewalld and Proxmox. Stateless and thread-safe.
 */
public final class Netfilter implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("netfilter.table");

  private static final String PREFIX = "prefix";
  private static final List<String> DENIED = List.of("drop", "reject", "block", "deny", "denied");
  private static final List<String> ALLOWED = List.of("accept", "allow", "permit");

  private static final Map<Character, String> DONE =
      Map.of('A', "accept", 'D', "drop", 'R', "reject");

  /** Six bytes of the receiver, six of the sender, two of the protocol. */
  private static final int MAC_LENGTH = 17;

  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the writers' clocks stand that write no zone
   */
  public Netfilter(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "netfilter";
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    int start = start(line);
    if (start < 0 || !line.contains(" SRC=") || !line.contains(" DST=")) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    String prefix = line.substring(0, start).strip();
    if (!prefix.isEmpty()) {
      fields.put(PREFIX, prefix);
    }
    fields.putAll(KeyValues.of(line.substring(start)));
    return Optional.of(new NativeRecord(fields));
  }

  private static int start(String line) {
    int in = line.indexOf("IN=");
    int out = line.indexOf("OUT=");
    return in < 0 ? out : out < 0 ? in : Math.min(in, out);
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    TABLE.common().apply(nativeRecord, out);
    nativeRecord.text(PREFIX).ifPresent(prefix -> prefix(prefix, out));
    nativeRecord.text("MAC").ifPresent(mac -> macs(mac, out));
    out.put("observer.name", out.get("log.syslog.hostname"));
    DeviceFields.complete(out);
    out.finish();
  }

  private void prefix(String prefix, EcsWriter out) {
    String lower = prefix.toLowerCase(Locale.ROOT);
    if (DENIED.stream().anyMatch(lower::contains)) {
      out.put("event.type", List.of("connection", "denied"));
      out.put("event.action", "drop");
    } else if (ALLOWED.stream().anyMatch(lower::contains)) {
      out.put("event.type", List.of("connection", "allowed"));
      out.put("event.action", "accept");
    }
    String name = withoutUptime(prefix);
    out.put("rule.name", name.isEmpty() ? null : name);
    ruleOfSet(name, out);
    time(prefix, out);
  }

  /**
   * EdgeOS and UniFi write set, rule and what was done: {@code WAN_IN-2001-D}, {@code
   * wan-lan-default-A}, where the set is one zone and the other.
   */
  private static void ruleOfSet(String name, EcsWriter out) {
    int last = name.length() - 2;
    int rule = last < 2 ? -1 : name.lastIndexOf('-', last - 1);
    String done = rule < 1 || name.charAt(last) != '-' ? null : DONE.get(name.charAt(last + 1));
    if (done == null) {
      return;
    }
    String set = name.substring(0, rule);
    out.put("event.action", done);
    out.put("event.type", List.of("connection", done.equals("accept") ? "allowed" : "denied"));
    out.put("rule.id", name.substring(rule + 1, last));
    out.put("rule.name", set);
    int middle = set.indexOf('-');
    if (middle > 0 && middle == set.lastIndexOf('-')) {
      out.put("observer.ingress.zone", set.substring(0, middle));
      out.put("observer.egress.zone", set.substring(middle + 1));
    }
  }

  /** Proxmox has the time in the middle. */
  private void time(String prefix, EcsWriter out) {
    int slash = prefix.indexOf('/');
    int start = slash < 2 ? -1 : slash - 2;
    int end = start < 0 ? start : LogTime.end(prefix, start);
    if (end > start) {
      Instant time =
          new LogTime(out.event().receivedAt(), zone).parse(prefix.substring(start, end));
      if (time != null) {
        out.event().time(time);
      }
    }
  }

  private static String withoutUptime(String prefix) {
    int end = prefix.startsWith("[") ? prefix.indexOf(']') : -1;
    boolean isUptime = end > 0 && Numbers.decimal(prefix.substring(1, end).strip()) != null;
    end = isUptime ? end : -1;
    String rest = prefix.substring(end + 1).strip();
    String name =
        rest.startsWith("[") && rest.endsWith("]") ? rest.substring(1, rest.length() - 1) : rest;
    return name.endsWith(":") ? name.substring(0, name.length() - 1) : name;
  }

  private static void macs(String mac, EcsWriter out) {
    if (mac.length() > 2 * MAC_LENGTH) {
      out.put("destination.mac", Hex.mac(mac.substring(0, MAC_LENGTH)));
      out.put("source.mac", Hex.mac(mac.substring(MAC_LENGTH + 1, 2 * MAC_LENGTH + 1)));
    }
  }
}
