package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * WatchGuard's Fireboxes: {@code msg_id="3000-0148" Allow Trusted External 52 tcp 20 127 10.0.1.9
 * 198.51.100.7 50001 443 ... (HTTPS-00)}, values by their places and pairs behind them.
 */
final class WatchGuard extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("watchguard.table");

  private static final String START = "msg_id=\"";
  private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "icmp", "igmp", "gre", "esp");
  private static final int MOST = 24;
  private static final int HEAD = 120;
  private static final int LONGEST_ID = 40;

  WatchGuard(ZoneId zone) {
    super("watchguard-firebox", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    int start = DeviceText.startsNear(line, START, HEAD) ? line.indexOf(START) : -1;
    int end = start < 0 ? -1 : line.indexOf('"', start + START.length());
    boolean isOne = end >= 0 && end - start <= LONGEST_ID && (start == 0 || isHead(line, start));
    return isOne ? Optional.of(fields(line, start, end)) : Optional.empty();
  }

  /** {@code 80B1C0D1E2F3 (2026-11-27T08:15:30) firewall: }. */
  private static boolean isHead(String line, int end) {
    int blank = line.indexOf(' ');
    int close = line.indexOf(") ", blank);
    return line.startsWith(" (", blank)
        && close > blank
        && close < end
        && line.indexOf(' ', close + 2) == end - 1
        && line.startsWith(": ", end - 2);
  }

  private static NativeRecord fields(String line, int start, int end) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (start > 0) {
      fields.put("serial", line.substring(0, line.indexOf(' ')));
      fields.put("process", line.substring(line.indexOf(") ") + 2, start - 2));
    }
    String text = line.substring(end + 1).strip();
    fields.put("text", text);
    places(text.split(" +", MOST), fields);
    policy(text, fields);
    fields.putAll(KeyValues.of(line.substring(start)));
    return new NativeRecord(fields);
  }

  /** The protocol stands behind the interfaces, the addresses behind the protocol. */
  private static void places(String[] words, Map<String, Object> fields) {
    int protocol = 1;
    while (protocol < words.length && !PROTOCOLS.contains(words[protocol])) {
      protocol++;
    }
    int source = protocol + 1;
    while (source < words.length && IpText.canonical(words[source]) == null) {
      source++;
    }
    if (protocol < 2 || source + 1 >= words.length) {
      return;
    }
    fields.put("disposition", words[0]);
    fields.put("in_if", words[1]);
    if (protocol > 2 && Numbers.whole(words[2]) == null) {
      fields.put("out_if", words[2]);
    }
    fields.put("protocol", words[protocol]);
    fields.put("src", words[source]);
    fields.put("dst", words[source + 1]);
    boolean hasPorts = words[protocol].equals("tcp") || words[protocol].equals("udp");
    if (hasPorts && source + 3 < words.length) {
      fields.put("src_port", words[source + 2]);
      fields.put("dst_port", words[source + 3]);
    }
  }

  private static void policy(String text, Map<String, Object> fields) {
    int end = text.lastIndexOf(')');
    int start = text.lastIndexOf('(', end);
    if (start > 0 && end > start + 1) {
      fields.put("policy", text.substring(start + 1, end));
    }
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    if (!said.has("msg")) {
      out.put("message", said.text("text").orElse(null));
    }
    said.text("disposition").ifPresent(allow -> out.put("event.type", "connection"));
    Verdict.write(out, said.text("disposition"));
    DeviceFields.seconds(said, "duration", out);
    String text = said.text("text").orElse("");
    if (text.startsWith("Authentication of ")) {
      out.put("event.category", "authentication");
      out.put("event.type", "start");
      out.put("event.action", "user_login");
      boolean fails = text.contains("rejected") || text.contains("fail");
      out.put("event.outcome", fails ? "failure" : "success");
      int start = text.indexOf('[');
      int end = text.indexOf(']');
      out.put("user.name", start >= 0 && end > start ? text.substring(start + 1, end) : null);
      int from = text.indexOf(" from ");
      String ip = from < 0 ? "" : text.substring(from + 6).split("[ ,]", 2)[0];
      out.put("source.ip", IpText.canonical(ip));
    }
    if (said.has("sender") || said.has("recipients")) {
      out.put("event.category", List.of("email", "network"));
    }
    if (said.has("signature_id") || said.has("virus")) {
      out.put("event.kind", "alert");
      out.put("event.category", List.of("intrusion_detection", "network"));
    }
  }
}
