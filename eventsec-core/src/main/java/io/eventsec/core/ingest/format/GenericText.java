package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Any line of text: its {@code key=value} pairs, with what their names tell, and the time it starts
 * with. Not one of the standard formats, since it takes whatever comes; named with a batch it is
 * for senders of such pairs. Stateless and thread-safe.
 */
public final class GenericText implements TextFormat {
  private static final String LINE = "message";

  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the writers' clocks stand that write no zone
   */
  public GenericText(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "generic-text";
  }

  @Override
  public boolean takesAnything() {
    return true;
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(LINE, line);
    KeyValues.of(line).forEach(fields::putIfAbsent);
    return Optional.of(new NativeRecord(fields));
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    LogTime times = new LogTime(event.receivedAt(), zone);
    GenericFields.write(nativeRecord, out, times);
    if (!event.hasTime()) {
      leadingTime(nativeRecord.text(LINE).orElse(""), out, times);
    }
    out.finish();
  }

  private static void leadingTime(String line, EcsWriter out, LogTime times) {
    int start = line.startsWith("[") ? 1 : 0;
    int end = LogTime.end(line, start);
    if (end > start) {
      Instant time = times.parse(line.substring(start, end));
      if (time != null) {
        out.event().time(time);
      }
    }
  }
}
