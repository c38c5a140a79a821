package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fortinet's FortiGate: pairs such as {@code date=2026-11-27 time=08:15:30 devid="FG1" type="utm"},
 * with blanks or commas between them.
 */
final class Fortinet extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("fortinet-fortigate.table");

  private static final Set<String> STARTS =
      Set.of("date", "timestamp", "logver", "itime", "devname", "devid", "eventtime", "id", "vd");

  private static final int HEAD = 600;
  private static final int LONGEST_START = 12;
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
    return Optional.of(
        new NativeRecord(isCsv(line) ? KeyValues.of(line, ',') : KeyValues.of(line)));
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
  }

  private static boolean isEvent(NativeRecord said) {
    return said.text("type").filter("event"::equals).isPresent();
  }

  private static void time(NativeRecord said, EcsWriter out, LogTime times) {
    if (said.has("eventtime")) {
      DeviceTime.set(said, out, times, "eventtime");
    } else if (said.has("date") && said.has("time")) {
      String zone = said.text("tz").map(tz -> ' ' + tz).orElse("");
      String written = said.text("date").orElse("") + ' ' + said.text("time").orElse("") + zone;
      DeviceTime.set("date", written, out, times);
    } else {
      DeviceTime.set(said, out, times, "timestamp", "itime");
    }
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
    if (action.endsWith("login") || action.equals("logout") || action.contains("auth")) {
      out.put("event.category", "authentication");
      out.put("event.type", action.equals("logout") ? "end" : "start");
    }
    boolean fails =
        action.contains("fail") || status.startsWith("fail") || status.contains("denied");
    boolean works = status.startsWith("succe") || status.equals("logout");
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
