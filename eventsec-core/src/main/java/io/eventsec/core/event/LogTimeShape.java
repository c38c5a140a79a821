package io.eventsec.core.event;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ways to write a time. No pattern has a repetition within a repetition, so each looks at a few
 * dozen characters at most.
 */
enum LogTimeShape {
  ISO(
      LogTimeStart.YEAR,
      "(?<y>\\d{4})[-/](?<m>\\d{2})[-/](?<d>\\d{2})(?:[T_]| {1,2}| - )@T(?: ?@Z)?"),
  /** Syslog's, with or without year and zone. */
  MONTH_FIRST(
      LogTimeStart.MONTH,
      "@M {1,2}(?<d>\\d{1,2})(?:,? (?<y>\\d{4}))?,? @T(?: (?<half>[AP]M))?(?: @N)?"),
  YEAR_MONTH(LogTimeStart.FOUR_DIGITS, "(?<y>\\d{4}) @M {1,2}(?<d>\\d{1,2}) @T(?: @N)?"),
  /** Of the C library's {@code ctime}, and of Apache's errors. */
  WEEKDAY(LogTimeStart.WEEKDAY, "@W @M {1,2}(?<d>\\d{1,2}) @T(?: @N)? (?<y>\\d{4})"),
  /** Of ONTAP. */
  WEEKDAY_AND_YEAR(LogTimeStart.WEEKDAY, "@W @M {1,2}(?<d>\\d{1,2}) (?<y>\\d{4}) @T(?: @N)?"),
  /** Of web servers, of mail, of BIND; of Redis, which leaves out the year. */
  DAY_FIRST(
      Set.of(LogTimeStart.DAY, LogTimeStart.SLASHED, LogTimeStart.WEEKDAY),
      "(?:@W,? )?(?<d>\\d{1,2})[-/ ]@M(?:[-/ ](?<y>\\d{4}))?[: ]@T(?: ?@Z)?"),
  /** Of Windows' DHCP server: a comma behind the seconds is that of the next value. */
  AMERICAN_IN_COLUMNS(
      LogTimeStart.SLASHED,
      "(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>\\d{4}|\\d{2}),(?<h>\\d{1,2}):(?<i>\\d{2}):(?<s>\\d{2})"
          + "(?<f>(?!))?"),
  AMERICAN(
      LogTimeStart.SLASHED,
      "(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>\\d{4}|\\d{2}),?[ :-]"
          + "(?<h>\\d{1,2}):(?<i>\\d{2}):(?<s>\\d{2})(?:[.,:](?<f>\\d{1,9}))?"
          + "(?: (?<half>[AP]M))?(?: @Z)?"),
  GERMAN(
      Set.of(LogTimeStart.DOTTED, LogTimeStart.DAY),
      "(?<d>\\d{1,2})[.-](?<m>\\d{2})[.-](?<y>\\d{4}),? @T"),
  /** Of Windows' DNS server. */
  COMPACT(LogTimeStart.EIGHT_DIGITS, "(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2}) @T"),
  /** Of Zabbix. */
  COMPACT_TO_THE_SECOND(
      LogTimeStart.EIGHT_DIGITS,
      "(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2}):(?<h>\\d{2})(?<i>\\d{2})(?<s>\\d{2})(?:\\.(?<f>\\d{1,9}))?"),
  /** Of glog, and so of Kubernetes. */
  MONTH_AND_DAY(LogTimeStart.FOUR_DIGITS, "(?<m>[01]\\d)(?<d>[0-3]\\d) @T"),
  EPOCH(LogTimeStart.TEN_DIGITS, "(?<epoch>\\d{10})(?:[.,]?(?<f>\\d{1,9}))?(?!\\d)");

  private static final Map<LogTimeStart, List<LogTimeShape>> BY_START =
      Stream.of(LogTimeStart.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  start -> start,
                  start -> Stream.of(values()).filter(one -> one.starts.contains(start)).toList()));

  private static final int LONGEST = 64;
  private static final int CENTURY = 2000;

  private static final String WORDS =
      "(?:UTC|GMT|WES?T|CES?T|EES?T|MSK|[ECMP][SD]T|[JKI]ST|BST|HKT|SGT|AE[SD]T|NZ[SD]T)";

  /**
   * No word in capitals but these, and in small letters only before a colon: a level or a host may
   * stand behind a time. Cisco's devices write the hours behind a word too.
   */
  private static final String NAMES =
      "(?:UTC|GMT)[+-]\\d{1,2}(?::\\d{2})?|" + WORDS + "(?![A-Za-z])|(?i:" + WORDS + ")(?=:|$)";

  /** What of a month's name stands behind its first three letters, where it is written out. */
  private static final String LONG = "(?:r?uary|ch|il|e|y|ust|tember|ober|ember)?";

  /** In their order. */
  static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private final Set<LogTimeStart> starts;
  private final Pattern pattern;

  /** Those of the groups that not all shapes have which this one has. */
  private final Set<String> parts;

  LogTimeShape(LogTimeStart start, String pattern) {
    this(Set.of(start), pattern);
  }

  LogTimeShape(Set<LogTimeStart> starts, String pattern) {
    this.starts = starts;
    this.pattern =
        Pattern.compile(
            pattern
                .replace("@T", "(?<h>\\d{1,2}):(?<i>\\d{2}):(?<s>\\d{2})(?:[.,](?<f>\\d{1,9}))?")
                .replace(
                    "@M", "(?<mon>(?i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))" + LONG)
                .replace("@W", "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)")
                .replace("@Z", "(?<z>Z|[+-]\\d{2}:?\\d{2}|[+-]\\d{2}(?!\\d)|" + NAMES + ")")
                .replace("@N", "(?<z>[+-]\\d{2}:?\\d{2}|" + NAMES + ")"));
    this.parts =
        Stream.of("y", "z", "mon", "half")
            .filter(name -> this.pattern.pattern().contains("(?<" + name + ">"))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A time that was found.
   *
   * @param end where it ends in the text
   * @param sinceEpoch if it says the time since 1970; then the rest is nothing
   * @param year null if it has none
   * @param zone as written, signed hours and minutes or letters; null if it has none
   */
  record Found(
      int end,
      @Nullable Instant sinceEpoch,
      @Nullable Integer year,
      int month,
      int day,
      int hour,
      int minute,
      int second,
      int nanos,
      @Nullable String zone) {}

  /** The time that starts there, in the first shape that fits. */
  static Optional<Found> at(String text, int start) {
    LogTimeStart begin = LogTimeStart.of(text, start);
    for (LogTimeShape shape : BY_START.getOrDefault(begin, List.of())) {
      Matcher matcher =
          shape.pattern.matcher(text).region(start, Math.min(text.length(), start + LONGEST));
      matcher.useTransparentBounds(true);
      if (matcher.lookingAt()) {
        return Optional.of(shape == EPOCH ? epoch(matcher) : shape.found(matcher));
      }
    }
    return Optional.empty();
  }

  private static Found epoch(Matcher matcher) {
    long seconds = Long.parseLong(matcher.group("epoch"));
    Instant time = Instant.ofEpochSecond(seconds, nanos(matcher.group("f")));
    return new Found(matcher.end(), time, null, 1, 1, 0, 0, 0, 0, null);
  }

  private Found found(Matcher matcher) {
    String year = group(matcher, "y");
    String zone = group(matcher, "z");
    return new Found(
        matcher.end(),
        null,
        year == null ? null : year(year),
        month(matcher),
        Integer.parseInt(matcher.group("d")),
        hour(matcher),
        Integer.parseInt(matcher.group("i")),
        Integer.parseInt(matcher.group("s")),
        nanos(matcher.group("f")),
        zone == null || zone.equals("Z") ? zone : normal(zone));
  }

  private static Integer year(String written) {
    int year = Integer.parseInt(written);
    return year < 100 ? CENTURY + year : year;
  }

  private @Nullable String group(Matcher matcher, String name) {
    return parts.contains(name) ? matcher.group(name) : null;
  }

  private int month(Matcher matcher) {
    String name = group(matcher, "mon");
    if (name == null) {
      return Integer.parseInt(matcher.group("m"));
    }
    String spelt =
        name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).toLowerCase(Locale.ROOT);
    return MONTHS.indexOf(spelt) / 3 + 1;
  }

  private int hour(Matcher matcher) {
    int hour = Integer.parseInt(matcher.group("h"));
    String half = group(matcher, "half");
    if (half == null) {
      return hour;
    }
    return hour % 12 + (half.equals("PM") ? 12 : 0);
  }

  private static int nanos(@Nullable String decimals) {
    return decimals == null ? 0 : Integer.parseInt((decimals + "00000000").substring(0, 9));
  }

  /** Java's zone offsets want the minutes apart. */
  private static String normal(String zone) {
    return zone.length() == 5 && !Character.isLetter(zone.charAt(0))
        ? zone.substring(0, 3) + ':' + zone.substring(3)
        : zone;
  }
}
