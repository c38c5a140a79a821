package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.event.TimeText;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import io.eventsec.core.internal.JarText;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Logs whose values stand between commas, and whose places tell what they are: Exchange's message
 * tracking, PostgreSQL's {@code csvlog}, what Cisco Umbrella exports of its proxy and firewall. A
 * kind is told by what its columns must hold.
 */
final class ColumnLog extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("columns.table");

  static final List<ColumnKind> KINDS =
      JarText.read(ColumnLog.class, "columns.txt")
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(ColumnKind::read)
          .toList();

  private static final String KIND = "column_log";

  /** Products that write a word where they have no value. */
  private static final Set<String> SAY_NOTHING = Set.of("forcepoint_web.", "zscaler_zia.");

  private static final Set<Object> NOTHINGS = Set.of("Not available", "None", "NA", "N/A");
  private static final int LONGEST_FIRST = 40;
  private static final int MOST = 64;
  private static final int MOST_ADDRESSES = 200;

  ColumnLog(ZoneId zone) {
    super("columns", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    if (!mayStart(line)) {
      return Optional.empty();
    }
    List<String> values = CsvLine.of(line, ',', MOST);
    return KINDS.stream()
        .filter(kind -> kind.fits(values))
        .findFirst()
        .map(kind -> of(kind, values));
  }

  /** All of them start with a time, perhaps in quotes. */
  private static boolean mayStart(String line) {
    int comma = line.indexOf(',');
    if (comma < 0 || comma > LONGEST_FIRST) {
      return false;
    }
    int start = line.charAt(0) == '"' ? 1 : 0;
    return LogTime.end(line, start) > start || line.startsWith("/", start + 2);
  }

  private static NativeRecord of(ColumnKind kind, List<String> values) {
    Map<String, Object> fields = new LinkedHashMap<>();
    CsvLine.name(kind.names(), values, fields);
    if (SAY_NOTHING.stream().anyMatch(kind.name()::startsWith)) {
      fields.values().removeIf(NOTHINGS::contains);
    }
    fields.put(KIND, kind.name());
    return new NativeRecord(fields);
  }

  @Override
  List<String> kinds(NativeRecord said) {
    return said.text(KIND).stream().toList();
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    out.text("url.original").ifPresent(url -> url(url, out));
    europeanDate(said, out);
    out.text("email.to.address")
        .ifPresent(all -> out.put("email.to.address", List.of(all.split(";", MOST_ADDRESSES))));
    out.text("email.message_id").ifPresent(id -> out.put("email.message_id", withoutAngles(id)));
    said.text("connection_from").ifPresent(peer -> HostPort.set(out, "source", peer));
    FoundMessage.outcome(out);
    WebNames.write(out);
  }

  private static void url(String url, EcsWriter out) {
    if (url.contains("://")) {
      DeviceUrl.set(out, url);
    } else {
      DeviceUrl.setWithoutScheme(out, url);
    }
  }

  /** Day, month and year with slashes, and the time in the column behind. */
  private static void europeanDate(NativeRecord said, EcsWriter out) {
    String date = said.text("date").orElse("");
    if (date.length() == 10 && said.has("time")) {
      String written =
          date.substring(6) + '-' + date.substring(3, 5) + '-' + date.substring(0, 2) + 'T';
      written += said.text("time").orElse("") + 'Z';
      Times.put("date", written, TimeText.parse(written), out);
    }
  }

  private static String withoutAngles(String id) {
    return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
  }
}
