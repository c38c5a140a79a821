package io.eventsec.core.ingest.format;

import io.eventsec.core.event.TimeText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times and durations, for {@link Conversion}; null for what is none. */
final class TimeConversions {
  private static final double MOST_SECONDS_IN_NANOS = 1e9;
  private static final double MOST = 1e12;

  private TimeConversions() {}

  static @Nullable String time(Object value) {
    Instant time = TimeText.parse(value);
    return time == null ? null : time.toString();
  }

  /** As {@link #time}, also of digits that are seconds, milliseconds or less since 1970. */
  static @Nullable String timeOrDigits(Object value) {
    Instant digits = DeviceTime.sinceEpoch(value.toString().strip());
    return digits == null ? time(value) : digits.toString();
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
