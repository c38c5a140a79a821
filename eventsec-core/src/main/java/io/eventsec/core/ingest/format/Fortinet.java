package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fortinet's FortiGate: pairs such as {@code date=2026-11-27 time=08:15:30 devid="FG1" type="utm"},
 * with blanks or commas between them.
 */
final class Fortinet extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("fortinet-fortigate.table");

  private static final Set<String> STARTS =
      Set.of("date", "timestamp", "logver", "itime", "devname", "devid", "eventtime", "id", "vd");

  /** What events of tunnels have where there is nothing to say. */
  private static final String NOTHING = "N/A";

  /** What is no country: addresses that are nobody's. */
  private static final String RESERVED = "Reserved";

  private static final Map<String, String> BETWEEN =
      Map.of(
          "lan wan", "outbound",
          "wan lan", "inbound",
          "lan lan", "internal",
          "wan wan", "external");

  private static final int HEAD = 600;
  private static final int LONGEST_START = 12;
  private static final Duration SAME = Duration.ofSeconds(2);
  private static final Map<String, String> CHANGES =
      Map.of("add", "creation", "edit", "change", "delete", "deletion", "move", "change");

  Fortinet(ZoneId zone) {
    super("fortinet-fortigate", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    int sign = line.indexOf('=');
    boolean isOne =
        sign > 0
            && sign < LONGEST_START
            && STARTS.contains(line.substring(0, sign))
            && hasDeviceOrNumber(line)
            && DeviceText.startsNear(line, "type=", HEAD);
    if (!isOne) {
      return Optional.empty();
    }
    Map<String, Object> fields = isCsv(line) ? KeyValues.of(line, ',') : KeyValues.of(line);
    fields.values().removeIf(NOTHING::equals);
    return Optional.of(new NativeRecord(fields));
  }

  /** A device that sends by itself leaves its own serial number out at times. */
  private static boolean hasDeviceOrNumber(String line) {
    return DeviceText.startsNear(line, "devid=", HEAD)
        || DeviceText.startsNear(line, "logid=", HEAD);
  }

  private static boolean isCsv(String text) {
    int comma = text.indexOf(',');
    return comma > 0 && comma < 40 && text.indexOf(' ') > comma;
  }

  @Override
  List<String> kinds(NativeRecord said) {
    String type = said.text("type").orElse("");
    return List.of(type + '/' + said.text("subtype").orElse(""), type);
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    time(said, out, times);
    DeviceFields.seconds(said, "duration", out);
    // Where the change of a policy is logged its name stands where that of the policy applied does.
    if (said.has("cfgpath")) {
      change(said, out);
    } else if (isEvent(said)) {
      session(said, out);
    } else {
      Verdict.write(out, said.text("utmaction").or(() -> said.text("action")));
      ends(said, out);
    }
    url(said, out);
    roles(said, out);
    country(said, "srccountry", "source", out);
    country(said, "dstcountry", "destination", out);
  }

  private static void roles(NativeRecord said, EcsWriter out) {
    String roles = said.text("srcintfrole").orElse("") + ' ' + said.text("dstintfrole").orElse("");
    out.putIfAbsent("network.direction", BETWEEN.get(roles));
  }

  private static void country(NativeRecord said, String name, String role, EcsWriter out) {
    said.text(name)
        .filter(country -> !country.equals(RESERVED))
        .ifPresent(country -> out.put(role + ".geo.country_name", country));
  }

  private static boolean isEvent(NativeRecord said) {
    return said.text("type").filter("event"::equals).isPresent();
  }

  /** The time with fractions, unless the one in words says another and where its clock stands. */
  private static void time(NativeRecord said, EcsWriter out, LogTime times) {
    String zone = said.text("tz").map(tz -> ' ' + tz).orElse("");
    String written = said.text("date").orElse("") + ' ' + said.text("time").orElse("") + zone;
    Instant inWords = zone.isEmpty() ? null : DeviceTime.parse(written, times);
    Instant exact = DeviceTime.parse(said.text("eventtime").orElse(""), times);
    if (said.has("eventtime") && !(inWords != null && isOther(inWords, exact))) {
      DeviceTime.set(said, out, times, "eventtime");
    } else if (said.has("date") && said.has("time")) {
      DeviceTime.set("date", written, out, times);
      said.text("eventtime")
          .filter(text -> exact == null)
          .ifPresent(text -> out.problem("eventtime", text, Conversion.TIME));
    } else {
      DeviceTime.set(said, out, times, "timestamp", "itime");
    }
  }

  private static boolean isOther(Instant inWords, @Nullable Instant exact) {
    return exact == null || Duration.between(inWords, exact).abs().compareTo(SAME) > 0;
  }

  private static void change(NativeRecord said, EcsWriter out) {
    String path = said.text("cfgpath").orElse("");
    boolean isAccount = path.startsWith("user.") || path.equals("system.admin");
    out.put("event.category", isAccount ? List.of("configuration", "iam") : "configuration");
    String action = said.text("action").orElse("").toLowerCase(Locale.ROOT);
    out.put("event.type", CHANGES.getOrDefault(action, "change"));
    out.put("event.outcome", "success");
    if (isAccount) {
      out.put("user.target.name", said.text("cfgobj").orElse(null));
    }
  }

  /** Who comes and goes, and whether it worked. */
  private static void session(NativeRecord said, EcsWriter out) {
    String action = said.text("action").orElse("").toLowerCase(Locale.ROOT);
    String status = said.text("status").orElse("").toLowerCase(Locale.ROOT);
    boolean ends = action.endsWith("logout") || action.endsWith("logoff");
    if (action.endsWith("login") || action.endsWith("logon") || ends || action.contains("auth")) {
      out.put("event.category", "authentication");
      out.put("event.type", ends ? "end" : "start");
    }
    boolean fails =
        action.contains("fail")
            || status.startsWith("fail")
            || status.contains("denied")
            || status.endsWith("error");
    boolean works =
        status.startsWith("succe")
            || status.startsWith("log")
            || status.startsWith("authenticated")
            || action.equals("fsso-logon");
    if (action.equals("ssl-login-fail")) {
      out.put("event.category", "authentication");
    }
    if (fails || works) {
      out.put("event.outcome", fails ? "failure" : "success");
    }
    if (action.startsWith("tunnel-") || action.startsWith("ssl-new")) {
      DeviceFields.addType(out, action.equals("tunnel-down") ? "end" : "start");
    }
  }

  private static void ends(NativeRecord said, EcsWriter out) {
    if (said.text("type").filter("traffic"::equals).isPresent()) {
      boolean starts = said.text("action").filter("start"::equals).isPresent();
      DeviceFields.addType(out, starts ? "start" : "end");
    }
  }

  private static void url(NativeRecord said, EcsWriter out) {
    String target = said.text("url").orElse("");
    String host = said.text("hostname").orElse("");
    if (!target.isEmpty()) {
      boolean secure = said.text("service").filter("HTTPS"::equalsIgnoreCase).isPresent();
      DeviceUrl.set(out, secure ? "https" : "http", host, target);
    }
  }
}
