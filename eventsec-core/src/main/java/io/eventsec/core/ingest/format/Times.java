package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.event.TimeText;
import io.eventsec.core.ingest.NativeRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When it happened. */
final class Times {
  private Times() {}

  /** Sets the event's time; without one, or with one that is none, the time received stays. */
  static void set(NativeRecord decoded, String field, EcsWriter out) {
    Object value = decoded.get(field);
    if (value == null) {
      return;
    }
    put(field, value, TimeText.parse(value), out);
  }

  /**
   * Sets the time that the first of the fields says which the record has, however it is written.
   */
  static void set(NativeRecord decoded, List<String> fields, EcsWriter out, LogTime times) {
    for (String field : fields) {
      Object value = decoded.get(field);
      if (value != null) {
        Instant time = TimeText.parse(value);
        put(field, value, time == null ? times.parse(value.toString()) : time, out);
        return;
      }
    }
  }

  /**
   * Sets the event's time to what a value was understood to say.
   *
   * @param time null if it was not, which is noted
   */
  static void put(String field, Object value, @Nullable Instant time, EcsWriter out) {
    if (time == null) {
      out.problem(field, value, Conversion.TIME);
    } else {
      out.event().time(time);
    }
  }
}
