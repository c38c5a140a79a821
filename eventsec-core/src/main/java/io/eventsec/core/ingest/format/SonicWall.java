package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** SonicWall's firewalls: {@code id=firewall sn=0017C5 time="..." src=10.0.0.1:99:X0 ...}. */
final class SonicWall extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("sonicwall.table");

  private static final int HEAD = 120;

  SonicWall(ZoneId zone) {
    super("sonicwall", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    String text = line.stripLeading();
    return text.startsWith("id=") && DeviceText.startsNear(text, " sn=", HEAD)
        ? Optional.of(new NativeRecord(KeyValues.of(text)))
        : Optional.empty();
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    DeviceTime.set(said, out, times, "time");
    said.text("src").ifPresent(text -> place(text, "source", "ingress", out));
    said.text("dst").ifPresent(text -> place(text, "destination", "egress", out));
    said.text("natSrc").ifPresent(text -> place(text, "source.nat", "", out));
    said.text("natDst").ifPresent(text -> place(text, "destination.nat", "", out));
    said.text("natSrcV6").ifPresent(text -> place(text, "source.nat", "", out));
    said.text("natDstV6").ifPresent(text -> place(text, "destination.nat", "", out));
    said.text("proto").ifPresent(text -> protocol(text, out));
    DeviceFields.duration(said, "cdur", 1_000_000L, out);
    if (said.has("fw_action")) {
      Verdict.write(out, said.text("fw_action").map(action -> action.replace("\"", "")));
    }
    message(said, out);
    url(said, out);
  }

  /** {@code address:port:interface:name}; an address of IPv6 in brackets, or alone. */
  private static void place(String text, String role, String side, EcsWriter out) {
    int bracket = text.startsWith("[") ? text.indexOf(']') : -1;
    String[] parts = text.substring(bracket + 1).split(":", 4);
    if (bracket > 0) {
      parts[0] = text.substring(1, bracket);
    }
    String ip = IpText.canonical(parts[0]);
    if (ip == null) {
      // Without brackets, those of IPv6 have no port that could be told from them.
      out.put(role + ".ip", IpText.canonical(text));
      return;
    }
    out.put(role + ".ip", ip);
    if (parts.length > 1 && !parts[1].isEmpty()) {
      String field = role + ".port";
      out.convert(new Mapping(field, field, Conversion.PORT, 0, 0), parts[1]);
    }
    if (parts.length > 2 && !parts[2].isEmpty() && !side.isEmpty()) {
      out.put("observer." + side + ".interface.name", parts[2]);
    }
  }

  /** {@code tcp/https}. */
  private static void protocol(String text, EcsWriter out) {
    String[] parts = text.split("/", 2);
    out.put("network.transport", parts[0]);
    if (parts.length > 1 && Numbers.whole(parts[1]) == null) {
      out.put("network.protocol", parts[1]);
    }
  }

  private static void message(NativeRecord said, EcsWriter out) {
    String message = said.text("msg").orElse("").toLowerCase(Locale.ROOT);
    if (message.startsWith("connection opened") || message.startsWith("connection closed")) {
      out.put("event.type", List.of("connection", message.endsWith("opened") ? "start" : "end"));
    } else if (message.contains("login")) {
      out.put("event.category", "authentication");
      out.put("event.type", "start");
      boolean fails = message.contains("denied") || message.contains("fail");
      out.put("event.outcome", fails ? "failure" : "success");
    } else if (message.contains("attack") || message.contains("ips ") || message.contains("scan")) {
      out.put("event.kind", "alert");
      out.put("event.category", List.of("intrusion_detection", "network"));
    } else if (message.contains("dropped") || message.contains("blocked")) {
      out.put("event.type", List.of("connection", "denied"));
    }
  }

  private static void url(NativeRecord said, EcsWriter out) {
    String host = said.text("dstname").orElse("");
    said.text("arg").ifPresent(path -> DeviceUrl.set(out, "http", host, path));
  }
}
