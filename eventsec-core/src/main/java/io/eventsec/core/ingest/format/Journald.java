package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Entries of systemd's journal, one JSON object a line, as {@code journalctl -o json} writes them,
 * with what the usual programs of Linux say in them; what a message carries in another format is
 * decoded by that. {@code event.dataset} is {@code system.journal} unless the message says more.
 * Stateless and thread-safe.
 */
public final class Journald implements EventFormat {
  static final FieldTable TABLE = FieldTable.read("journald.table");

  private static final String MESSAGE = "MESSAGE";
  private static final String TIME = "__REALTIME_TIMESTAMP";
  private static final List<String> TIMES = List.of("_SOURCE_REALTIME_TIMESTAMP", TIME);
  private static final long MICROS = 1_000_000;
  private static final int SEVERITIES_OF_A_FACILITY = 8;

  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the programs' clocks stand that write no zone into their messages
   */
  public Journald(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "journald";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return nativeRecord.has(TIME)
        && (nativeRecord.has(MESSAGE)
            || nativeRecord.has("_BOOT_ID")
            || nativeRecord.has("__CURSOR"));
  }

  @Override
  public Optional<String> content(NativeRecord nativeRecord) {
    return Optional.of(message(nativeRecord)).filter(text -> !text.isEmpty());
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    time(nativeRecord, out);
    TABLE.common().apply(nativeRecord, out);
    level(nativeRecord, out);
    String message = message(nativeRecord);
    if (!message.isEmpty()) {
      out.put("message", message);
      // Bytes stand in a list, which no rule about words could read.
      event.nativeField(MESSAGE, message);
    }
    String program =
        nativeRecord.text("SYSLOG_IDENTIFIER").or(() -> nativeRecord.text("_COMM")).orElse("");
    new ProgramMessage(program, message).write(out, new LogTime(event.receivedAt(), zone));
    Related.complete(out);
    out.finish();
  }

  /** Text; or a list of bytes, where it is not printable. */
  private static String message(NativeRecord said) {
    if (said.get(MESSAGE) instanceof List<?> list
        && list.stream().allMatch(Long.class::isInstance)) {
      byte[] bytes = new byte[list.size()];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = ((Long) list.get(i)).byteValue();
      }
      return new String(bytes, StandardCharsets.UTF_8).replace('\0', ' ');
    }
    return said.text(MESSAGE).orElse("");
  }

  /** When the program said so, else when the journal took it; in microseconds since 1970. */
  private static void time(NativeRecord said, EcsWriter out) {
    for (String field : TIMES) {
      Object value = said.text(field).orElse(null);
      Long micros = value == null ? null : Numbers.whole(value);
      if (micros != null) {
        out.event()
            .time(
                Instant.ofEpochSecond(
                    Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000));
        return;
      }
      if (value != null) {
        out.problem(
            field
                + " '"
                + (value.toString().length() > 40 ? "…" : value)
                + "' is not a number of microseconds");
      }
    }
  }

  /** Severity and facility as a head of syslog would have them. */
  private static void level(NativeRecord said, EcsWriter out) {
    Long severity = said.text("PRIORITY").map(Numbers::whole).orElse(null);
    Long facility = said.text("SYSLOG_FACILITY").map(Numbers::whole).orElse(null);
    boolean sound = severity != null && severity >= 0 && severity < SEVERITIES_OF_A_FACILITY;
    if (severity == null || !sound) {
      return;
    }
    out.put("log.syslog.severity.code", severity);
    out.put("log.level", SyslogFields.level(severity.intValue()));
    if (facility != null && facility >= 0 && facility < SyslogFields.FACILITIES.size()) {
      out.put("log.syslog.priority", facility * SEVERITIES_OF_A_FACILITY + severity);
      out.put("log.syslog.facility.code", facility);
      out.put("log.syslog.facility.name", SyslogFields.FACILITIES.get(facility.intValue()));
    }
  }
}
