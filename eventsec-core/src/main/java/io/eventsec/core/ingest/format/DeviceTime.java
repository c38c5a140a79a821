package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.event.TimeText;
import io.eventsec.core.ingest.NativeRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a device says it happened. */
final class DeviceTime {
  private static final int SECONDS = 10;
  private static final int NANOS = 19;

  private DeviceTime() {}

  /** Sets the time that the first of these fields says which the record has. */
  static void set(NativeRecord said, EcsWriter out, LogTime times, String... names) {
    set(said, out, times, List.of(names));
  }

  /** Sets the time that the first of these fields says which the record has. */
  static void set(NativeRecord said, EcsWriter out, LogTime times, List<String> names) {
    for (String name : names) {
      String written = said.text(name).orElse("").strip();
      if (said.get(name) instanceof Double number) {
        Times.put(name, number, TimeText.parse(number), out);
        return;
      }
      if (!written.isEmpty()) {
        set(name, written, out, times);
        return;
      }
    }
  }

  /** Sets the time that a text says. */
  static void set(String name, String written, EcsWriter out, LogTime times) {
    Times.put(name, written, parse(written, times), out);
  }

  /** The time that a text says, in any form that devices use; null if it says none. */
  static @Nullable Instant parse(String written, LogTime times) {
    Instant time = sinceEpoch(written);
    if (time == null) {
      time = times.parse(written);
    }
    if (time == null) {
      time = TimeText.parse(written);
    }
    return time == null ? TimeConversions.day(written, times.zone()) : time;
  }

  /** Of seconds, milliseconds, microseconds or nanoseconds; how many digits says which. */
  static @Nullable Instant sinceEpoch(String written) {
    Long number = written.length() < SECONDS ? null : Numbers.whole(written);
    if (number == null || number < 0 || written.length() > NANOS) {
      return null;
    }
    long unit = 1;
    for (int i = written.length(); i > SECONDS; i--) {
      unit *= 10;
    }
    long nanos = number % unit * (1_000_000_000L / unit);
    return Instant.ofEpochSecond(number / unit, nanos);
  }
}
