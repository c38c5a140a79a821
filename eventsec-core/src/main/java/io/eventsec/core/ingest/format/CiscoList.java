package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.event.TimeText;
import io.eventsec.core.ingest.NativeRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The security events of Cisco Secure Firewall (430001 to 430005): names and values with colons and
 * commas, as {@code SrcIP: 192.0.2.1, DstIP: 192.0.2.2}. A value may hold a comma, so a name is
 * what stands between a comma and a colon and has no blank in it, or is one of two that have.
 */
final class CiscoList {
  private static final int LONGEST_KEY = 64;
  private static final int FIRST = 430_001;
  private static final List<String> TWO_WORDS = List.of("Prefilter Policy: ", "Endpoint Profile: ");
  private static final String BLOCK = "Block";
  private static final List<String> ACTIONS =
      List.of(
          "intrusion-detected",
          "connection-started",
          "connection-finished",
          "file-detected",
          "malware-detected");

  private CiscoList() {}

  static void read(String text, Map<String, Object> fields) {
    int at = 0;
    while (at < text.length()) {
      int colon = text.indexOf(": ", at);
      if (colon < 0) {
        return;
      }
      int end = end(text, colon + 2);
      String name = text.substring(at, colon).strip().replace(' ', '_');
      String value = text.substring(colon + 2, end).strip();
      if (!name.isEmpty() && name.length() <= LONGEST_KEY && !value.isEmpty()) {
        fields.put(name, value);
      }
      at = end + 1;
    }
  }

  /** The comma behind which the next name and colon stand. */
  private static int end(String text, int start) {
    int comma = text.indexOf(", ", start);
    while (comma >= 0) {
      if (isName(text, comma + 2)) {
        return comma;
      }
      comma = text.indexOf(", ", comma + 2);
    }
    return text.length();
  }

  private static boolean isName(String text, int start) {
    if (TWO_WORDS.stream().anyMatch(name -> text.startsWith(name, start))) {
      return true;
    }
    for (int i = start; i < text.length() && i - start < LONGEST_KEY; i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i > start && i + 1 < text.length() && text.charAt(i + 1) == ' ';
      }
      if (!Character.isLetterOrDigit(c) && c != '_') {
        return false;
      }
    }
    return false;
  }

  /** Sets what the event is, by its number and what was done. */
  static void write(NativeRecord said, EcsWriter out, LogTime times) {
    Long number = said.text("mnemonic").map(Numbers::whole).orElse(null);
    int kind = number == null ? -1 : (int) (number - FIRST);
    switch (kind) {
      case 0 -> set(out, "alert", List.of("intrusion_detection", "network"), "info");
      case 1 -> set(out, "event", List.of("network"), "start");
      case 2 -> set(out, "event", List.of("network"), "end");
      case 3 -> set(out, "event", List.of("network", "file"), "info");
      case 4 -> set(out, "alert", List.of("network", "malware"), "info");
      default -> out.put("event.kind", "event");
    }
    if (kind == 1 || kind == 2) {
      out.put("event.type", List.of("connection", kind == 1 ? "start" : "end"));
    }
    if (kind >= 0 && kind < ACTIONS.size()) {
      out.put("event.action", ACTIONS.get(kind));
    }
    Verdict.write(out, action(said));
    times(said, out, times);
    out.text("dns.question.type").ifPresent(type -> DnsWords.type(type, out));
    out.text("dns.response_code").ifPresent(code -> DnsWords.code(code, out));
    said.text("URL").ifPresent(url -> DeviceUrl.set(out, "http", "", url));
  }

  /** It is told when it ends; who does not say when that is, says when it began. */
  private static void times(NativeRecord said, EcsWriter out, LogTime times) {
    Instant first = said.text("FirstPacketSecond").map(TimeText::parse).orElse(null);
    if (out.event().time() == null) {
      DeviceTime.set(said, out, times, "FirstPacketSecond");
    }
    DeviceFields.seconds(said, "ConnectionDuration", out);
    if (first != null) {
      out.put("event.start", first.toString());
    }
  }

  private static Optional<String> action(NativeRecord said) {
    return said.text("AccessControlRuleAction")
        .or(() -> said.text("InlineResult"))
        .or(() -> said.text("FileAction"))
        .map(action -> action.startsWith(BLOCK) ? BLOCK : action);
  }

  private static void set(EcsWriter out, String kind, List<String> categories, String type) {
    out.put("event.kind", kind);
    out.put("event.category", categories);
    out.put("event.type", type);
  }
}
