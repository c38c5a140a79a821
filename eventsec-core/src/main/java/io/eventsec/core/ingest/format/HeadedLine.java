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
import org.jspecify.annotations.Nullable;

/**
 * Lines of the Common Event Format and of LEEF behind a head that is no syslog's, as relays write
 * it; and Vectra's JSON, which has its kind before it. To be asked when no other format knows a
 * line.
 */
public final class HeadedLine implements TextFormat {
  private static final String VECTRA = "vectra_";
  private static final String JSON = ": {";
  private static final int LONGEST = 320;

  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the writers' clocks stand that write no zone
   */
  public HeadedLine(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "headed-line";
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    String start = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    for (String mark : SyslogContent.MARKS) {
      int at = start.indexOf(mark);
      if (at > 0 && !Character.isLetterOrDigit(start.charAt(at - 1))) {
        return Optional.of(split(line, at));
      }
    }
    int json = start.startsWith(VECTRA) ? start.indexOf(JSON) : -1;
    return json < 0 ? Optional.empty() : Optional.of(split(line, json + 2));
  }

  private static NativeRecord split(String line, int at) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("head", line.substring(0, at).strip());
    fields.put("carried", line.substring(at));
    return new NativeRecord(fields);
  }

  @Override
  public Optional<String> content(NativeRecord nativeRecord) {
    return nativeRecord.text("carried");
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    String head = nativeRecord.text("head").orElse("");
    Instant time = time(head, new LogTime(event.receivedAt(), zone));
    if (time != null) {
      event.time(time);
    }
    out.put("event.kind", "event");
    out.put("event.dataset", "headed-line");
    out.put("message", nativeRecord.text("carried").orElse(null));
    out.finish();
  }

  private static @Nullable Instant time(String head, LogTime times) {
    return times.parse(head.substring(0, LogTime.end(head, 0)));
  }
}
