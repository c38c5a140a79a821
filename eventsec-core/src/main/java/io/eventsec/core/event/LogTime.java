package io.eventsec.core.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The times that lines of logs are written with, many of which leave out the year, the zone or
 * both: {@code Nov 27 08:15:30}, {@code 27/Nov/2026:08:15:30 +0100}, {@code Fri Nov 27
 * 08:15:30.123456 2026}. Immutable and thread-safe.
 *
 * @param received when the line was received, by which a missing year is told: the one that brings
 *     the time nearest, but not more than two days behind it
 * @param zone where clocks stand whose lines have no zone
 */
public record LogTime(Instant received, ZoneId zone) {
  private static final long MOST_AHEAD = 2 * 86_400L;
  private static final long MOST_BEHIND = 363 * 86_400L;
  private static final int YEARS_TO_A_LEAP_YEAR = 8;

  /** The letters of {@code UTC+2}. */
  private static final int WORD = 3;

  /** Hours east of Greenwich; those that two parts of the world have are left out. */
  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("UTC", 0),
          Map.entry("GMT", 0),
          Map.entry("Z", 0),
          Map.entry("WET", 0),
          Map.entry("WEST", 1),
          Map.entry("CET", 1),
          Map.entry("CEST", 2),
          Map.entry("EET", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3),
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("JST", 9),
          Map.entry("KST", 9),
          Map.entry("AEST", 10),
          Map.entry("AEDT", 11),
          Map.entry("NZST", 12),
          Map.entry("NZDT", 13));

  /**
   * Where the time that starts there ends; the start itself if none starts there. In time that does
   * not grow with the text's length.
   */
  public static int end(String text, int start) {
    return LogTimeShape.at(text, start).map(LogTimeShape.Found::end).orElse(start);
  }

  /**
   * The time that a whole text says together with its year, in UTC if it says no zone; null if it
   * says none, or more than one.
   */
  public static @Nullable Instant dated(String text) {
    boolean isDated =
        LogTimeShape.at(text, 0)
            .filter(found -> found.year() != null && found.end() == text.length())
            .isPresent();
    return isDated ? new LogTime(Instant.EPOCH, ZoneOffset.UTC).parse(text) : null;
  }

  /** The time that a whole text says; null if it says none, or more than one. */
  public @Nullable Instant parse(String text) {
    Optional<LogTimeShape.Found> found = LogTimeShape.at(text, 0);
    if (found.isEmpty() || found.get().end() != text.length()) {
      return null;
    }
    try {
      return instant(found.get());
    } catch (DateTimeException e) {
      return null;
    }
  }

  private Instant instant(LogTimeShape.Found found) {
    if (found.sinceEpoch() != null) {
      return found.sinceEpoch();
    }
    ZoneId place = found.zone() == null ? zone : zone(found.zone());
    if (found.year() != null) {
      return at(found, found.year(), place);
    }
    return nearest(found, place);
  }

  private static Instant at(LogTimeShape.Found found, int year, ZoneId place) {
    return LocalDateTime.of(
            year,
            found.month(),
            found.day(),
            found.hour(),
            found.minute(),
            Math.min(found.second(), 59))
        .withNano(found.nanos())
        .atZone(place)
        .toInstant();
  }

  private Instant nearest(LogTimeShape.Found found, ZoneId place) {
    int year = received.atZone(place).getYear();
    if (found.month() == 2 && found.day() == 29) {
      return leapDay(found, place, year);
    }
    Instant time = at(found, year, place);
    long ahead = time.getEpochSecond() - received.getEpochSecond();
    if (ahead > MOST_AHEAD) {
      return at(found, year - 1, place);
    }
    return ahead < -MOST_BEHIND ? at(found, year + 1, place) : time;
  }

  private Instant leapDay(LogTimeShape.Found found, ZoneId place, int year) {
    for (int back = 0; back <= YEARS_TO_A_LEAP_YEAR; back++) {
      if (Year.isLeap(year - back)) {
        Instant time = at(found, year - back, place);
        if (time.getEpochSecond() - received.getEpochSecond() <= MOST_AHEAD) {
          return time;
        }
      }
    }
    throw new DateTimeException("No leap year before " + received);
  }

  private ZoneId zone(String written) {
    if (Character.isLetter(written.charAt(0))) {
      Integer hours = HOURS.get(written.toUpperCase(Locale.ROOT));
      if (hours == null && written.length() > WORD && "+-".indexOf(written.charAt(WORD)) >= 0) {
        return ZoneOffset.of(twoDigits(written.substring(WORD)));
      }
      return hours == null ? zone : ZoneOffset.ofHours(hours);
    }
    return ZoneOffset.of(written);
  }

  /** The hours of {@code +7:30} as {@code +07:30}. */
  private static String twoDigits(String offset) {
    boolean hasOne = offset.indexOf(':') == 2;
    return hasOne ? offset.charAt(0) + "0" + offset.substring(1) : offset;
  }
}
