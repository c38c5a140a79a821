package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.TimeText;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON object, under its own names. Not one of the standard formats, since it takes whatever
 * comes: for rules over files and for their tests. The time is that of the first field that is
 * known to hold one.
 */
public final class PlainJson implements EventFormat {
  /** {@code json}. */
  public static final String NAME = "json";

  private static final List<String> TIMES =
      List.of(
          "@timestamp",
          "timestamp",
          "UtcTime",
          "TimeCreated",
          "EventTime",
          "eventTime",
          "time",
          "ts",
          "_time",
          "_ts",
          "date");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return !nativeRecord.fields().isEmpty();
  }

  @Override
  public boolean takesAnything() {
    return true;
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    TIMES.stream()
        .map(field -> time(nativeRecord, field))
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(event::time);
  }

  private static @Nullable Instant time(NativeRecord nativeRecord, String field) {
    Object value = nativeRecord.get(field);
    return value == null ? null : TimeText.parse(value);
  }
}
