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
 * Lines that programs write into files of their own, each told by its shape: those of the tables'
 * sections for any program. Stateless and thread-safe.
 */
public final class KnownLine implements TextFormat {
  private static final String LINE = "message";

  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the writers' clocks stand that write no zone
   */
  public KnownLine(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "known-line";
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    String text = line.strip();
    return ProgramMessage.TABLE
        .find(text)
        .map(
            found -> {
              Map<String, Object> fields = new LinkedHashMap<>();
              fields.put(LINE, text);
              fields.putAll(found.natives().fields());
              return new NativeRecord(fields);
            });
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    String line = nativeRecord.text(LINE).orElse("");
    out.put("event.kind", "event");
    out.put("message", line);
    ProgramMessage.TABLE
        .find(line)
        .ifPresent(found -> found.write(out, new LogTime(event.receivedAt(), zone)));
    Related.complete(out);
    out.finish();
  }
}
