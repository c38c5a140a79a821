package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One log record of the OpenTelemetry protocol with its resource and scope, as {@link
 * io.eventsec.core.ingest.otlp.OtlpLogs} writes it. Attributes of the semantic conventions become
 * ECS fields; a body that is a line of another format is decoded by that. Stateless and
 * thread-safe.
 */
public final class OtlpLog implements EventFormat {
  static final FieldTable TABLE = FieldTable.read("otlp-log.table");

  private static final List<String> TIMES = List.of("timeUnixNano", "observedTimeUnixNano");

  /** Severity numbers 1 to 24 are six levels of four steps each. */
  private static final List<String> LEVELS =
      List.of("trace", "debug", "info", "warn", "error", "fatal");

  private static final int STEPS = 4;
  private static final long NANOS = 1_000_000_000L;

  /** A format without state. */
  public OtlpLog() {}

  @Override
  public String name() {
    return "otlp-log";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return nativeRecord.text("otlp").filter("log"::equals).isPresent();
  }

  @Override
  public Optional<String> content(NativeRecord nativeRecord) {
    return nativeRecord.get("body") instanceof String text ? Optional.of(text) : Optional.empty();
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    time(nativeRecord, out);
    TABLE.common().apply(nativeRecord, out);
    level(nativeRecord, out);
    Addresses.complete(out);
    Related.complete(out);
    out.finish();
  }

  /** Zero says that the time is not known. */
  private static void time(NativeRecord said, EcsWriter out) {
    for (String field : TIMES) {
      Object value = said.get(field);
      if (value != null && !String.valueOf(value).equals("0")) {
        Times.put(field, value, instant(Numbers.whole(String.valueOf(value))), out);
        return;
      }
    }
  }

  private static @Nullable Instant instant(@Nullable Long nanos) {
    return nanos == null ? null : Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS);
  }

  private static void level(NativeRecord said, EcsWriter out) {
    Long number = said.text("severityNumber").map(Numbers::whole).orElse(null);
    if (number == null || number < 1 || number > (long) LEVELS.size() * STEPS) {
      return;
    }
    out.put("event.severity", number);
    if (out.get("log.level") == null) {
      out.put("log.level", LEVELS.get((int) (number - 1) / STEPS));
    }
  }
}
