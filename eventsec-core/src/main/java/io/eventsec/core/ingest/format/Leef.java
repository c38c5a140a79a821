package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * QRadar's Log Event Extended Format, versions 1.0 and 2.0: a head between bars, and pairs between
 * tabs or what the head names instead. Stateless and thread-safe.
 */
public final class Leef implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("leef.table");

  private static final String MARK = "LEEF:";
  private static final String[] HEAD = {"vendor", "product", "productVersion", "eventId"};
  private static final int LONGEST_KEY = 128;

  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the devices' clocks stand that write no zone
   */
  public Leef(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "leef";
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    if (!line.startsWith(MARK)) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    BarredHead head = new BarredHead(line, MARK.length());
    Optional<String> version = head.next();
    if (version.isEmpty()) {
      return Optional.empty();
    }
    fields.put("leefVersion", version.get());
    for (String name : HEAD) {
      head.next().filter(text -> !text.isEmpty()).ifPresent(text -> fields.put(name, text));
    }
    String separator = "\t";
    if (version.get().startsWith("2")) {
      separator = head.next().flatMap(Leef::separator).orElse(separator);
    }
    pairs(head.rest(), separator, fields);
    return Optional.of(new NativeRecord(fields));
  }

  /** A character, or its code in hexadecimal behind an x. */
  private static Optional<String> separator(String written) {
    if (written.matches("(?:0?x)[0-9A-Fa-f]{2,4}")) {
      int code = Integer.parseInt(written.substring(written.indexOf('x') + 1), 16);
      return Optional.of(String.valueOf((char) code));
    }
    return written.isEmpty() ? Optional.empty() : Optional.of(written.substring(0, 1));
  }

  private static void pairs(String text, String separator, Map<String, Object> fields) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf(separator, start);
      end = end < 0 ? text.length() : end;
      int sign = text.indexOf('=', start);
      if (sign > start && sign < end && sign - start <= LONGEST_KEY && sign + 1 < end) {
        fields.put(text.substring(start, sign).strip(), text.substring(sign + 1, end).strip());
      }
      start = end + separator.length();
    }
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    nativeRecord
        .text("devTime")
        .ifPresent(
            written ->
                Times.put(
                    "devTime", written, new LogTime(event.receivedAt(), zone).parse(written), out));
    TABLE.common().apply(nativeRecord, out);
    Addresses.complete(out);
    nativeRecord.text("url").ifPresent(target -> UrlFields.set(out, "", target, 80));
    Related.complete(out);
    out.finish();
  }
}
