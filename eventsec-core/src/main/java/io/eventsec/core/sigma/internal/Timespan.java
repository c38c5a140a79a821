package io.eventsec.core.sigma.internal;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads timespans of correlations: a number and a unit, months and years in their mean length. */
public final class Timespan {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([smhdwMy])");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS,
          "w", ChronoUnit.WEEKS,
          "M", ChronoUnit.MONTHS,
          "y", ChronoUnit.YEARS);

  private Timespan() {}

  /** The timespan; empty if the text is none, or is zero. */
  public static Optional<Duration> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    ChronoUnit unit = UNITS.getOrDefault(parts.group(2), ChronoUnit.SECONDS);
    Duration span = unit.getDuration().multipliedBy(Long.parseLong(parts.group(1)));
    return Optional.of(span).filter(found -> !found.isZero());
  }
}
