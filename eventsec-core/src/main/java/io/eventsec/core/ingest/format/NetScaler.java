package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Citrix NetScaler: {@code 11/27/2026:08:15:30 GMT ns1 0-PPE-0 : default TCP CONN_DELINK 1 0 :
 * Source 192.0.2.1:5 - Destination 192.0.2.2:80 - ...}.
 */
final class NetScaler extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("citrix-adc.table");

  private static final String ENGINE = "-PPE-";
  private static final String BEHIND = " : ";
  private static final int HEAD = 120;
  private static final int LONGEST_NAME = 40;
  private static final List<String> NAMES =
      List.of(
          "Source",
          "Destination",
          "Vserver",
          "NatIP",
          "Client_ip",
          "ClientIP",
          "ClientPort",
          "User",
          "Nat_ip",
          "VserverServiceIP",
          "VserverServicePort",
          "Total_bytes_send",
          "Total_bytes_recv",
          "Browser_type",
          "Group(s)",
          "Delink Time",
          "Start_time",
          "End_time",
          "Duration",
          "Status",
          "Command",
          "Remote_ip",
          "SSLVPN_client_type",
          "Failure_reason",
          "Denied_by_policy");

  NetScaler(ZoneId zone) {
    super("citrix-adc", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    if (line.startsWith("<") || !DeviceText.startsNear(line, ENGINE, HEAD)) {
      return Optional.empty();
    }
    int first = line.indexOf(BEHIND);
    int second = first < 0 ? -1 : line.indexOf(BEHIND, first + BEHIND.length());
    if (second < 0) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    int timeEnd = LogTime.end(line, 0);
    if (timeEnd > 0) {
      fields.put("time", line.substring(0, timeEnd));
    }
    CsvLine.name(
        List.of("partition", "feature", "message", "event_id"),
        List.of(line.substring(first + BEHIND.length(), second).split(" +")),
        fields);
    String text = line.substring(second + BEHIND.length()).strip();
    fields.put("text", text);
    pairs(text, fields);
    return Optional.of(new NativeRecord(fields));
  }

  private static void pairs(String text, Map<String, Object> fields) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf(" - ", start);
      end = end < 0 ? text.length() : end;
      pair(text.substring(start, end).strip(), fields);
      start = end + 3;
    }
  }

  private static void pair(String text, Map<String, Object> fields) {
    for (String name : NAMES) {
      if (text.startsWith(name + ' ') && name.length() < LONGEST_NAME) {
        String value = text.substring(name.length() + 1).replace("\"", "").strip();
        if (!value.isEmpty()) {
          fields.put(name.replace(' ', '_'), value);
        }
        return;
      }
    }
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    DeviceTime.set(said, out, times, "time");
    said.text("Source").ifPresent(text -> HostPort.set(out, "source", text));
    said.text("Destination")
        .or(() -> said.text("Vserver"))
        .ifPresent(text -> HostPort.set(out, "destination", text));
    String message = said.text("message").orElse("").toLowerCase(Locale.ROOT);
    out.put("event.action", message);
    if (message.contains("login")) {
      out.put("event.category", "authentication");
      out.put("event.type", "start");
      out.put("event.outcome", message.contains("failed") ? "failure" : "success");
    } else if (message.equals("logout")) {
      out.put("event.category", "authentication");
      out.put("event.type", "end");
    } else if (message.contains("delink") || message.contains("terminate")) {
      out.put("event.type", List.of("connection", "end"));
    } else if (message.equals("cmd_executed")) {
      out.put("event.category", "configuration");
      said.text("Status")
          .ifPresent(s -> out.put("event.outcome", s.contains("Success") ? "success" : "failure"));
    } else if (message.startsWith("appfw_")) {
      out.put("event.kind", "alert");
      out.put("event.category", List.of("web", "intrusion_detection"));
    }
    out.put("process.command_line", said.text("Command").orElse(null));
  }
}
