package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Alerts on one line as Snort and Suricata write them: {@code [1:2000:3] text [**] [Classification:
 * x] [Priority: 1] {TCP} 192.0.2.1:5 -> 192.0.2.2:22}, with or without a time and stars before.
 */
final class SnortFast extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("snort.table");

  private static final String STARS = "[**] ";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final int HEAD = 64;

  SnortFast(ZoneId zone) {
    super("snort-fast", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    boolean isBare = line.length() > 1 && line.charAt(0) == '[' && line.charAt(1) != '*';
    boolean hasStars = !isBare && DeviceText.startsNear(line, STARS, HEAD);
    int start = hasStars ? line.indexOf(STARS) + STARS.length() : 0;
    int end = line.startsWith("[", start) ? line.indexOf("] ", start) : -1;
    if (end < 0 || end - start > 40) {
      return Optional.empty();
    }
    String[] numbers = line.substring(start + 1, end).split(":");
    if (numbers.length != 3
        || List.of(numbers).stream().map(Numbers::whole).anyMatch(Objects::isNull)) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    if (hasStars) {
      String time = line.substring(0, line.indexOf(STARS)).strip();
      fields.put("action", time.endsWith("]") ? "drop" : "alert");
      fields.put("time", time.split(" ", 2)[0]);
    }
    fields.put("gid", numbers[0]);
    fields.put("sid", numbers[1]);
    fields.put("rev", numbers[2]);
    rest(line.substring(end + 2), fields);
    return Optional.of(new NativeRecord(fields));
  }

  private static void rest(String text, Map<String, Object> fields) {
    int packet = text.lastIndexOf(" {");
    String head = packet < 0 ? text : text.substring(0, packet);
    if (packet >= 0) {
      packet(text.substring(packet + 2), fields);
    }
    fields.put("msg", message(head));
    bracket(head, "[Classification: ", "classification", fields);
    bracket(head, "[Priority: ", "priority", fields);
  }

  private static String message(String head) {
    int end = head.length();
    for (String next : List.of(" [**]", " [Classification: ", " [Priority: ")) {
      int at = head.indexOf(next);
      end = at < 0 ? end : Math.min(end, at);
    }
    return head.substring(0, end).strip();
  }

  /** The protocol, and two places with an arrow between them. */
  private static void packet(String text, Map<String, Object> fields) {
    int brace = text.indexOf("} ");
    int arrow = text.indexOf(" -> ");
    if (brace > 0 && arrow > brace) {
      fields.put("proto", text.substring(0, brace));
      fields.put("src", text.substring(brace + 2, arrow).strip());
      fields.put("dst", text.substring(arrow + 4).strip());
    }
  }

  private static void bracket(String text, String start, String name, Map<String, Object> fields) {
    int at = text.indexOf(start);
    int end = at < 0 ? -1 : text.indexOf(']', at);
    if (end > 0) {
      fields.put(name, text.substring(at + start.length(), end));
    }
  }

  @Override
  List<String> kinds(NativeRecord said) {
    // Of the two, Suricata writes the year.
    boolean hasYear =
        said.text("time").filter(t -> t.length() > 10 && t.charAt(10) == '-').isPresent();
    return List.of(hasYear ? "suricata" : "snort");
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    said.text("time").ifPresent(time -> DeviceTime.set("time", withMonth(time), out, times));
    said.text("src").ifPresent(text -> place(text, "source", out));
    said.text("dst").ifPresent(text -> place(text, "destination", out));
    Verdict.write(out, said.text("action").filter("drop"::equals));
  }

  /** An IPv6 address has its port behind one colon more. */
  private static void place(String text, String role, EcsWriter out) {
    long colons = text.chars().filter(c -> c == ':').count();
    boolean isWhole = colons > 1 && IpText.canonical(text) != null && colons < 8;
    if (isWhole) {
      out.put(role + ".address", text);
    } else {
      int colon = text.lastIndexOf(':');
      HostPort.set(
          out,
          role,
          colons > 1 ? '[' + text.substring(0, colon) + ']' + text.substring(colon) : text);
    }
  }

  /** {@code 11/27-08:15:30.1} without a year, as syslog would have it. */
  private static String withMonth(String time) {
    int slash = time.indexOf('/');
    int dash = time.indexOf('-');
    if (slash != 2 || dash != 5) {
      return time;
    }
    Long month = Numbers.whole(time.substring(0, 2));
    if (month == null || month < 1 || month > 12) {
      return time;
    }
    int at = (int) (month - 1) * 3;
    return MONTHS.substring(at, at + 3) + ' ' + time.substring(3, 5) + ' ' + time.substring(6);
  }
}
