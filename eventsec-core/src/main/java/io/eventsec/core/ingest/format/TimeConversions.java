package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.event.TimeText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times and durations, for {@link Conversion}; null for what is none. */
final class TimeConversions {
  private static final double MOST_SECONDS_IN_NANOS = 1e9;
  private static final double MOST = 1e12;
  private static final int DAY_LENGTH = 10;

  private TimeConversions() {}

  static @Nullable String time(Object value) {
    Instant time = TimeText.parse(value);
    return time == null ? null : time.toString();
  }

  /**
   * As {@link #time}, also of digits that are seconds, milliseconds or less since 1970, of days,
   * and of what logs write that say the year.
   */
  static @Nullable String timeOrDigits(Object value) {
    String written = value.toString().strip();
    Instant time = DeviceTime.sinceEpoch(written);
    if (time == null) {
      time = TimeText.parse(value);
    }
    if (time == null) {
      time = day(written, ZoneOffset.UTC);
    }
    if (time == null) {
      time = LogTime.dated(written.replace(", ", " "));
    }
    return time == null ? null : time.toString();
  }

  /** When a day began that is written as {@code 2026-03-01}; null if the text is none. */
  static @Nullable Instant day(String written, ZoneId zone) {
    if (written.length() != DAY_LENGTH || written.charAt(4) != '-') {
      return null;
    }
    try {
      return LocalDate.parse(written).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  static @Nullable Long nanosOfSeconds(Object value) {
    return scaled(Numbers.decimal(value), MOST_SECONDS_IN_NANOS, 1e9);
  }

  static @Nullable Long nanosOfMillis(Object value) {
    return scaled(Numbers.decimal(value), MOST, 1e6);
  }

  static @Nullable Long seconds(Object value) {
    return scaled(Numbers.real(value), MOST, 1);
  }

  private static @Nullable Long scaled(@Nullable Double number, double limit, double factor) {
    // What is no number (NaN) is not below the limit either.
    return number == null || !(Math.abs(number) < limit) ? null : Math.round(number * factor);
  }
}
