package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.TimeText;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What programs and shippers log as JSON that follow no schema: a message, and when it was or how
 * severe. Vector's records are such, and those of the usual libraries for logs (zap, pino, winston,
 * Logback, Serilog). What else they say is told by the names; the message is decoded by its own
 * format if it has one. To be asked after the formats that know more. Stateless and thread-safe.
 */
public final class LogJson implements EventFormat {
  private static final List<String> LINES = List.of("message", "msg", "log", "event.original");
  private static final List<String> TIMES =
      List.of("@timestamp", "timestamp", "time", "ts", "datetime", "date", "eventTime", "t");
  private static final List<String> LEVELS =
      List.of("level", "severity", "loglevel", "logLevel", "log_level", "lvl", "log.level");

  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the clocks stand that write no zone
   */
  public LogJson(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "log-json";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return line(nativeRecord).isPresent()
        && (TIMES.stream().anyMatch(name -> isTime(nativeRecord, name))
            || LEVELS.stream().anyMatch(nativeRecord::has));
  }

  private static boolean isTime(NativeRecord nativeRecord, String name) {
    Object value = nativeRecord.get(name);
    return value != null && TimeText.parse(value) != null;
  }

  @Override
  public Optional<String> content(NativeRecord nativeRecord) {
    return line(nativeRecord);
  }

  /** The text of such a record. */
  static Optional<String> line(NativeRecord nativeRecord) {
    return LINES.stream()
        .filter(name -> nativeRecord.get(name) instanceof String)
        .findFirst()
        .flatMap(nativeRecord::text);
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    GenericFields.write(nativeRecord, event, zone);
  }
}
