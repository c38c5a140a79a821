package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sophos Firewall ({@code device="SFW" date=... log_id=... log_type="Firewall"}) and Sophos UTM
 * ({@code 2026:11:27-08:15:30 utm ulogd[1]: id="2001" severity="info" sys="SecureNet"}).
 */
final class Sophos extends DeviceFormat implements TextFormat {
  private static final String FOUND = "Virus";
  static final FieldTable TABLE = FieldTable.read("sophos.table");

  private static final int HEAD = 300;
  private static final List<String> SEVERITIES =
      List.of(
          "emergency",
          "alert",
          "critical",
          "error",
          "warning",
          "notification",
          "information",
          "debug");
  private static final String UTM_TIME = "utm_time";
  private static final int TIME_LENGTH = 19;

  Sophos(ZoneId zone) {
    super("sophos", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    String text = line.stripLeading();
    if (text.startsWith("device")) {
      return DeviceText.startsNear(text, " log_type=", HEAD)
          ? Optional.of(new NativeRecord(KeyValues.of(text)))
          : Optional.empty();
    }
    boolean isUtm =
        (text.startsWith("id=\"") || isTime(text)) && DeviceText.startsNear(text, " sys=\"", HEAD);
    return isUtm ? Optional.of(utm(text)) : Optional.empty();
  }

  /** {@code 2026:11:27-08:15:30}. */
  private static boolean isTime(String text) {
    return text.length() > TIME_LENGTH
        && text.charAt(4) == ':'
        && text.charAt(7) == ':'
        && text.charAt(10) == '-'
        && text.charAt(TIME_LENGTH) == ' ';
  }

  private static NativeRecord utm(String text) {
    int start = text.indexOf("id=\"");
    Map<String, Object> fields = KeyValues.of(text.substring(Math.max(0, start)));
    if (isTime(text)) {
      String date = text.substring(0, 10).replace(':', '-');
      fields.put(UTM_TIME, date + ' ' + text.substring(11, TIME_LENGTH));
      String[] words = text.substring(TIME_LENGTH + 1, Math.max(start, TIME_LENGTH + 1)).split(" ");
      fields.put("utm_host", words[0]);
    }
    return new NativeRecord(fields);
  }

  @Override
  List<String> kinds(NativeRecord said) {
    return List.of(said.has("log_type") ? "xg" : "utm");
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    if (said.has("date") && said.has("time")) {
      String zone = said.text("timezone").map(name -> ' ' + name).orElse("");
      String written = said.text("date").orElse("") + ' ' + said.text("time").orElse("");
      // Not every name of a zone tells one.
      boolean known = DeviceTime.parse(written + zone, times) != null;
      DeviceTime.set("date", known ? written + zone : written, out, times);
    } else {
      DeviceTime.set(said, out, times, "timestamp", UTM_TIME);
    }
    out.put("observer.name", said.text("utm_host").orElse(null));
    if (said.has("log_type")) {
      DeviceFields.seconds(said, "duration", out);
      said.text("priority").or(() -> said.text("severity")).ifPresent(text -> severity(text, out));
    }
    kind(said, out);
    Verdict.write(out, said.text("log_subtype").or(() -> said.text("action")));
    said.text("url").ifPresent(url -> DeviceUrl.set(out, "http", "", url));
    out.putIfAbsent("url.domain", said.text("domainname").orElse(null));
    country(said, "src_country", "source", out);
    country(said, "dst_country", "destination", out);
  }

  /**
   * Three letters are none of ECS' codes, nor is {@code R1}, which stands for private addresses.
   */
  private static void country(NativeRecord said, String name, String role, EcsWriter out) {
    said.text(name + "_code")
        .or(() -> said.text(name))
        .filter(code -> code.length() == 2 && code.chars().allMatch(Character::isLetter))
        .ifPresent(code -> out.put(role + ".geo.country_iso_code", code));
  }

  private static void severity(String priority, EcsWriter out) {
    long severity = SEVERITIES.indexOf(priority.toLowerCase(Locale.ROOT));
    out.put("event.severity", severity < 0 ? null : severity);
  }

  private static void kind(NativeRecord said, EcsWriter out) {
    String type = said.text("log_type").or(() -> said.text("sub")).orElse("");
    switch (type.toLowerCase(Locale.ROOT)) {
      case "firewall", "packetfilter" -> out.put("event.type", "connection");
      case "idp", "ips", "atp", "waf", "wireless protection" -> alert("intrusion_detection", out);
      case "anti-virus" -> antiVirus(said, out);
      case "sandbox", "sandstorm" -> alert("malware", out);
      case "content filtering", "http" -> {
        out.put("event.category", List.of("network", "web"));
        out.put("event.type", "access");
      }
      case "anti-spam" -> out.put("event.category", "email");
      case "event", "auth", "webadmin" -> event(said, out);
      default -> out.put("event.type", "info");
    }
  }

  /** What was let through, or could not be looked at, is no malware. */
  private static void antiVirus(NativeRecord said, EcsWriter out) {
    if (said.text("log_subtype").filter(FOUND::equals).isPresent()) {
      alert("malware", out);
      Verdict.write(out, Optional.of("block"));
    }
  }

  private static void alert(String category, EcsWriter out) {
    out.put("event.kind", "alert");
    out.put("event.category", List.of(category, "network"));
  }

  private static void event(NativeRecord said, EcsWriter out) {
    String about = said.text("log_subtype").or(() -> said.text("sub")).orElse("");
    boolean isLogin =
        about.equals("Authentication") || about.equals("Admin") || about.equals("auth");
    out.put("event.category", isLogin ? "authentication" : "host");
    out.put("event.type", isLogin ? "start" : "info");
    said.text("status")
        .ifPresent(
            status -> {
              boolean fails = status.toLowerCase(Locale.ROOT).startsWith("fail");
              out.put("event.outcome", fails ? "failure" : "success");
            });
  }
}
