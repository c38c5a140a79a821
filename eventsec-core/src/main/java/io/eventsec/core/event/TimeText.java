package io.eventsec.core.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The times that sensors write: {@code 2026-11-24T08:15:30.123456+0000} with any of the zone forms
 * of ISO 8601, or without one, which means UTC; and seconds since the epoch, or milliseconds where
 * the number is too large for seconds.
 */
public final class TimeText {
  private static final long LEAST_MILLIS = 100_000_000_000L;
  private static final int DAY_LENGTH = 10;
  private static final int SECONDS_LENGTH = 19;
  private static final long MICROS = 1_000_000L;
  private static final Set<String> UTC = Set.of("z", "Z", "UTC", "GMT");

  private TimeText() {}

  /** The time that a decoded value says; null if it says none. */
  public static @Nullable Instant parse(Object value) {
    if (value instanceof Long number) {
      return ofNumber(number.doubleValue());
    }
    if (value instanceof Double number) {
      return ofNumber(number);
    }
    return value instanceof String text ? ofText(text) : null;
  }

  private static @Nullable Instant ofNumber(double number) {
    double seconds = Math.abs(number) >= LEAST_MILLIS ? number / 1000 : number;
    if (!(Math.abs(seconds) < LEAST_MILLIS)) {
      return null;
    }
    // A double holds today's time to a quarter of a microsecond.
    long micros = Math.round(seconds * MICROS);
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
  }

  private static @Nullable Instant ofText(String text) {
    try {
      return text.length() < SECONDS_LENGTH || text.charAt(4) != '-' ? null : ofIso(text);
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private static @Nullable Instant ofIso(String text) {
    boolean separated =
        text.charAt(7) == '-'
            && (text.charAt(10) == 'T' || text.charAt(10) == ' ')
            && text.charAt(13) == ':'
            && text.charAt(16) == ':';
    int hour = digits(text, 11, 13);
    int minute = digits(text, 14, 16);
    int second = digits(text, 17, 19);
    if (!separated || hour > 23 || minute > 59 || second > 60) {
      return null;
    }
    long day =
        LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)).toEpochDay();
    int fractionEnd = fractionEnd(text);
    long seconds = day * 86_400 + hour * 3_600L + minute * 60L + second;
    return Instant.ofEpochSecond(
        seconds - offset(text, fractionEnd), nanos(text, SECONDS_LENGTH + 1, fractionEnd));
  }

  private static int fractionEnd(String text) {
    int end = SECONDS_LENGTH;
    if (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ',')) {
      end++;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static long nanos(String text, int start, int end) {
    long nanos = 0;
    for (int i = 0; i < 9; i++) {
      nanos = nanos * 10 + (start + i < end ? text.charAt(start + i) - '0' : 0);
    }
    return nanos;
  }

  /** Seconds east of UTC. */
  private static int offset(String text, int start) {
    String zone = text.substring(start);
    if (zone.isEmpty() || zone.equals("Z")) {
      return 0;
    }
    char first = zone.charAt(0);
    if (first != '+' && first != '-' && UTC.contains(zone.strip())) {
      return 0;
    }
    int sign = first == '-' ? -1 : 1;
    boolean colon = zone.length() == 6 && zone.charAt(3) == ':';
    if (sign > 0 && first != '+' || !colon && zone.length() != 5 && zone.length() != 3) {
      throw new NumberFormatException(zone);
    }
    int minutes = zone.length() == 3 ? 0 : digits(zone, colon ? 4 : 3, zone.length());
    return sign * (digits(zone, 1, 3) * 3_600 + minutes * 60);
  }

  private static int digits(String text, int start, int end) {
    int value = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!isDigit(c)) {
        throw new NumberFormatException(text);
      }
      value = value * 10 + c - '0';
    }
    return value;
  }

  /**
   * The same, and the start of a day in UTC where no more than the day is written, {@code
   * 2026-11-24}; null if it says no time.
   */
  public static @Nullable Instant parseOrDay(Object value) {
    return value instanceof String text && text.length() == DAY_LENGTH
        ? ofText(text + "T00:00:00Z")
        : parse(value);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
