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
 * Cisco Meraki's lines: {@code 1 1563249630.774247467 MX84 flows src=192.0.2.1 ...}. What stands
 * before them looks like a head of RFC 5424 and is none, so the whole line is read here.
 */
final class Meraki extends DeviceFormat implements TextFormat {
  private static final Set<String> TYPES =
      Set.of(
          "flows",
          "ip_flow_start",
          "ip_flow_end",
          "firewall",
          "vpn_firewall",
          "cellular_firewall",
          "bridge_anyconnect_client_vpn_firewall",
          "urls",
          "events",
          "ids-alerts",
          "security_event",
          "airmarshal_events");

  private static final int LONGEST_HEAD = 160;
  private static final int WORDS = 4;

  Meraki(ZoneId zone) {
    super("cisco-meraki", Cisco.TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    int start = DeviceText.behindPriority(line);
    if (!line.startsWith("1 ", start)) {
      return Optional.empty();
    }
    String head = line.substring(start, Math.min(line.length(), start + LONGEST_HEAD));
    String[] words = head.split(" +", WORDS + 1);
    if (words.length < WORDS || !TYPES.contains(words[3])) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", words[1]);
    fields.put("device", words[2]);
    fields.put("type", words[3]);
    String text = line.substring(line.indexOf(words[3], start) + words[3].length()).strip();
    fields.put("text", text);
    request(text, fields);
    fields.putAll(KeyValues.of(text.replace("type=", "event_type=")));
    verdict(text, fields);
    return Optional.of(new NativeRecord(fields));
  }

  /** {@code ... request: GET https://example.org/}; of newer ones the pattern is a verdict. */
  private static void request(String text, Map<String, Object> fields) {
    int at = text.indexOf("request: ");
    if (at >= 0) {
      String[] words = text.substring(at + "request: ".length()).split(" ", 3);
      fields.put("method", words[0]);
      if (words.length > 1) {
        fields.put("url", words[1]);
      }
    }
  }

  private static void verdict(String text, Map<String, Object> fields) {
    for (String word : List.of("allow", "deny")) {
      if (text.startsWith(word + ' ') || text.contains("pattern: " + word)) {
        fields.put("action", word);
      }
    }
    int at = text.indexOf("pattern: ");
    if (at >= 0) {
      fields.put("pattern", text.substring(at + "pattern: ".length()));
    }
    int message = text.indexOf("message: ");
    if (message >= 0) {
      fields.put("message", text.substring(message + "message: ".length()));
    }
  }

  @Override
  List<String> kinds(NativeRecord said) {
    return List.of("meraki");
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    DeviceTime.set(said, out, times, "time");
    said.text("src").ifPresent(text -> HostPort.set(out, "source", text));
    said.text("dst").ifPresent(text -> HostPort.set(out, "destination", text));
    said.text("url").ifPresent(text -> DeviceUrl.set(out, "http", "", text));
    out.put(
        "http.request.method", said.text("method").filter(m -> !m.equals("UNKNOWN")).orElse(null));
    String type = said.text("type").orElse("");
    if (type.contains("alert") || type.equals("security_event") || type.startsWith("airmarshal")) {
      out.put("event.kind", "alert");
      out.put("event.category", List.of("intrusion_detection", "network"));
    } else if (type.equals("urls")) {
      out.put("event.category", List.of("network", "web"));
      out.put("event.type", "access");
    } else if (!type.equals("events")) {
      out.put("event.type", type.endsWith("_end") ? List.of("connection", "end") : "connection");
    }
    said.text("event_type").ifPresent(event -> out.put("event.action", event));
    said.text("peer_contact").ifPresent(text -> HostPort.set(out, "destination", text));
    if (type.equals("events")) {
      Cisco.MESSAGES
          .find("meraki", said.text("text").orElse(""))
          .ifPresent(found -> found.write(out, times));
    }
    Verdict.write(out, said.text("action"));
  }
}
