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
 * Check Point's Log Exporter: {@code <134>1 2026-11-27T08:15:30Z gw1 CheckPoint 4711 -
 * [action:"Accept"; src:"192.0.2.1"; ...]}, whose brackets are not RFC 5424's, and its form with
 * equals signs and bars.
 */
final class CheckPoint extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("checkpoint.table");

  private static final String MARK = " CheckPoint ";

  /** Of a priority, a time, a list, or the first names of the form with bars. */
  private static final String STARTS = "<[0123456789th";

  private static final int HEAD = 200;

  CheckPoint(ZoneId zone) {
    super("checkpoint", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    if (line.isEmpty() || STARTS.indexOf(line.charAt(0)) < 0) {
      return Optional.empty();
    }
    boolean hasMark = DeviceText.startsNear(line, MARK, HEAD);
    int start = hasMark ? line.indexOf('[', line.indexOf(MARK)) : line.startsWith("[") ? 0 : -1;
    if (start >= 0 && isPair(line, start + 1)) {
      Map<String, Object> fields = new LinkedHashMap<>();
      if (hasMark) {
        head(line, fields);
      }
      new CheckPointPairs(line, start + 1).read(fields);
      return Optional.of(new NativeRecord(fields));
    }
    return bars(line, hasMark);
  }

  /** {@code name:"}. */
  private static boolean isPair(String line, int start) {
    int colon = line.indexOf(':', start);
    return colon > start
        && colon - start < 64
        && line.startsWith("\"", colon + 1)
        && line.indexOf(' ', start) != start
        && CheckPointPairs.isName(line, start, colon);
  }

  private static Optional<NativeRecord> bars(String line, boolean hasMark) {
    boolean isOne =
        (hasMark || line.startsWith("time=") || line.startsWith("hostname="))
            && DeviceText.startsNear(line, "|", 120)
            && (line.contains("|loguid=") || line.contains("product="));
    if (!isOne) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    int start = hasMark ? line.indexOf(' ', line.indexOf(MARK) + MARK.length()) : 0;
    SeparatedPairs.read(line.substring(Math.max(0, start)), "|", '=', fields);
    return Optional.of(new NativeRecord(fields));
  }

  /** {@code <134>1 time host CheckPoint}; the time may have a blank in it. */
  private static void head(String line, Map<String, Object> fields) {
    int start = DeviceText.behindPriority(line);
    start += line.startsWith("1 ", start) ? 2 : 0;
    String head = line.substring(start, Math.max(start, line.indexOf(MARK)));
    int blank = head.lastIndexOf(' ');
    if (blank > 0) {
      fields.put("syslog_time", head.substring(0, blank));
      fields.put("syslog_host", head.substring(blank + 1));
    }
  }

  @Override
  List<String> kinds(NativeRecord said) {
    String product = said.text("product").orElse("").toLowerCase(Locale.ROOT);
    if (product.contains("smartconsole") || product.startsWith("syslog") || said.has("operation")) {
      return List.of("audit");
    }
    if (product.contains("anti-virus")
        || product.contains("anti-bot")
        || product.contains("threat")
        || product.contains("anti malware")) {
      return List.of("malware");
    }
    return product.contains("smartdefense") || product.contains("ips") || said.has("attack")
        ? List.of("attack")
        : List.of();
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    DeviceTime.set(said, out, times, "time", "syslog_time");
    said.text("syslog_host")
        .ifPresent(
            host -> {
              out.put("host.name", host);
              out.put("host.hostname", host);
            });
    Verdict.write(out, said.text("action"));
    said.text("resource").ifPresent(url -> DeviceUrl.set(out, "http", "", url));
    String side = said.text("ifdir").filter("outbound"::equals).isPresent() ? "egress" : "ingress";
    out.put("observer." + side + ".interface.name", said.text("ifname").orElse(null));
    nat(said, "xlatesrc", "xlatesport", "source", out);
    nat(said, "xlatedst", "xlatedport", "destination", out);
    login(said, out);
  }

  /** Without translation there are zeros. */
  private static void nat(NativeRecord said, String ip, String port, String role, EcsWriter out) {
    said.text(ip)
        .filter(text -> !text.equals("0.0.0.0"))
        .ifPresent(
            text -> out.convert(new Mapping(role + ".nat.ip", ip, Conversion.IP, 0, 0), text));
    said.text(port)
        .filter(text -> !text.equals("0"))
        .ifPresent(
            text ->
                out.convert(new Mapping(role + ".nat.port", port, Conversion.PORT, 0, 0), text));
  }

  private static void login(NativeRecord said, EcsWriter out) {
    String action = said.text("action").orElse("");
    String operation = said.text("operation").orElse("");
    if (operation.equals("Log In") || operation.equals("Log Out")) {
      out.put("event.category", "authentication");
      out.put("event.type", operation.equals("Log In") ? "start" : "end");
    } else if (action.equals("Log In")
        || action.equals("Failed Log In")
        || said.has("auth_status")) {
      out.put("event.category", "authentication");
      out.put("event.type", "start");
      boolean fails =
          action.startsWith("Failed") || said.text("auth_status").orElse("").startsWith("Fail");
      out.put("event.outcome", fails ? "failure" : "success");
    } else if (action.equals("Log Out")) {
      out.put("event.category", "authentication");
      out.put("event.type", "end");
    }
  }
}
