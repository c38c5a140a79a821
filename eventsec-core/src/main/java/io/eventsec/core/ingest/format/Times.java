package io.eventsec.core.ingest.format;

import io.eventsec.core.event.TimeText;
import io.eventsec.core.ingest.NativeRecord;
import java.time.Instant;

/** When it happened. */
final class Times {
  private Times() {}

  /** Sets the event's time; without one, or with one that is none, the time received stays. */
  static void set(NativeRecord decoded, String field, EcsWriter out) {
    Object value = decoded.get(field);
    if (value == null) {
      return;
    }
    Instant time = TimeText.parse(value);
    if (time == null) {
      out.problem(field, value, Conversion.TIME);
    } else {
      out.event().time(time);
    }
  }
}
