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
 * Palo Alto Networks' PAN-OS 9 to 11: {@code 1,2026/11/27 08:15:30,0011,TRAFFIC,end,...}, by the
 * places that each type's values have. Native names are those of PAN-OS' own log variables.
 */
final class PanOs extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("panos.table");

  private static final List<String> HEAD =
      List.of("-", "receive_time", "serial", "type", "subtype", "-", "time_generated");

  private static final Map<String, String> DIRECTIONS =
      Map.of(
          "client-to-server",
          "inbound",
          "0",
          "inbound",
          "server-to-client",
          "outbound",
          "1",
          "outbound");

  private static final String UNSET = "1970-01-01";
  private static final String ZEROS = "0.0.0.0";
  private static final Map<String, Long> SEVERITIES =
      Map.of("critical", 1L, "high", 2L, "medium", 3L, "low", 4L, "informational", 5L);
  private static final Map<String, String> BETWEEN =
      Map.of(
          "trust untrust", "outbound",
          "untrust trust", "inbound",
          "trust trust", "internal",
          "untrust untrust", "external");

  PanOs(ZoneId zone) {
    super("panos", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    int comma = line.indexOf(',');
    // A head of syslog's is read by that.
    if (comma < 0 || comma > 80 || line.startsWith("<") || !isTime(line, comma + 1)) {
      return Optional.empty();
    }
    List<String> values = CsvLine.of(PanOsColumns.withoutBraces(line));
    if (values.size() <= HEAD.size() || !PanOsColumns.knows(values.get(3))) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    CsvLine.name(HEAD, values, fields);
    List<String> rest = values.subList(HEAD.size(), values.size());
    CsvLine.name(PanOsColumns.of(values.get(3), rest), rest, fields);
    return Optional.of(new NativeRecord(fields));
  }

  /** {@code 2026/11/27 08:}, or {@code 2026-11-27T08:} of what comes out of the cloud. */
  private static boolean isTime(String line, int start) {
    return line.length() > start + 14
        && line.charAt(start + 13) == ':'
        && (isMarked(line, start, '/', ' ') || isMarked(line, start, '-', 'T'));
  }

  private static boolean isMarked(String line, int start, char date, char time) {
    return line.charAt(start + 4) == date
        && line.charAt(start + 7) == date
        && line.charAt(start + 10) == time;
  }

  @Override
  List<String> kinds(NativeRecord said) {
    String type = said.text("type").orElse("");
    return List.of(type + '/' + said.text("subtype").orElse(""), type);
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    // A clock that nobody set says 1970.
    boolean isSet = !said.text("high_res_timestamp").orElse("").startsWith(UNSET);
    DeviceTime.set(
        said, out, times, isSet ? "high_res_timestamp" : "", "time_generated", "receive_time");
    said.text("receive_time")
        .map(times::parse)
        .ifPresent(time -> out.put("event.created", time.toString()));
    DeviceFields.seconds(said, "elapsed", out);
    nat(said, "natsrc", "source", out);
    nat(said, "natdst", "destination", out);
    said.text("direction")
        .map(DIRECTIONS::get)
        .ifPresent(direction -> out.put("network.direction", direction));
    zones(said, out);
    said.text("severity")
        .map(word -> SEVERITIES.get(word.toLowerCase(Locale.ROOT)))
        .ifPresent(number -> out.put("event.severity", number));
    if (!said.text("type").orElse("").equals("SYSTEM")) {
      Verdict.write(out, said.text("action"));
    }
    content(said, out);
    who(said, out);
    peer(said, out);
    Accounts.complete(out);
  }

  /** Zones with the names that they have unless somebody changes them tell more than who spoke. */
  private static void zones(NativeRecord said, EcsWriter out) {
    String zones = said.text("from").orElse("") + ' ' + said.text("to").orElse("");
    String direction = BETWEEN.get(zones.toLowerCase(Locale.ROOT));
    if (direction != null) {
      out.put("network.direction", direction);
    }
  }

  /** What is at the other end of GlobalProtect's tunnel. */
  private static void peer(NativeRecord said, EcsWriter out) {
    said.text("srcregion")
        .filter(region -> region.length() == 2)
        .ifPresent(region -> out.put("source.geo.country_iso_code", region));
    said.text("error_code")
        .filter(code -> !code.equals("0"))
        .ifPresent(code -> out.put("error.code", code));
    said.text("private_ip")
        .filter(ip -> !ip.equals(ZEROS))
        .or(() -> said.text("private_ipv6").filter(ip -> !ip.equals(ZEROS)))
        .map(IpText::canonical)
        .ifPresent(
            ip -> {
              out.put("client.ip", ip);
              out.put("host.ip", ip);
            });
  }

  /** Without translation it has zeros. */
  private static void nat(NativeRecord said, String name, String role, EcsWriter out) {
    said.text(name)
        .filter(ip -> !ip.equals(ZEROS))
        .ifPresent(
            ip -> {
              String field = role + ".nat.ip";
              out.convert(new Mapping(field, name, Conversion.IP, 0, 0), ip);
            });
  }

  private static void content(NativeRecord said, EcsWriter out) {
    String misc = said.text("misc").orElse("");
    String subtype = said.text("subtype").orElse("");
    boolean isUrl = subtype.equals("url") || subtype.equals("vulnerability") && misc.contains("/");
    if (isUrl && !misc.isEmpty()) {
      boolean secure = said.text("dport").filter("443"::equals).isPresent();
      DeviceUrl.set(out, secure ? "https" : "http", "", misc);
    }
  }

  /** Log-ins that the type alone does not show. */
  private static void who(NativeRecord said, EcsWriter out) {
    String event = said.text("eventid").orElse("");
    if (said.text("type").filter("SYSTEM"::equals).isPresent()) {
      if (event.startsWith("auth-") || said.text("subtype").filter("auth"::equals).isPresent()) {
        out.put("event.category", "authentication");
        out.put("event.type", "start");
        out.put("event.outcome", event.equals("auth-fail") ? "failure" : "success");
        PanOsColumns.authenticated(said, out);
      }
    } else if (event.endsWith("-auth") || event.endsWith("-login")) {
      out.put("event.category", List.of("authentication", "session"));
      out.put("event.type", "start");
    } else if (event.endsWith("-logout")) {
      out.put("event.type", List.of("connection", "end"));
    }
  }
}
