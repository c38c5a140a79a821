package io.eventsec.core.ingest.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long something took, written with units: {@code 1m2.5s}, {@code 25ms}, {@code 312.5µs}. */
final class UnitDuration {
  private static final int LONGEST = 40;
  private static final Pattern PART =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,12})?)(ns|us|µs|μs|ms|s|m|h)");

  private UnitDuration() {}

  /** In nanoseconds; null if the text is none. */
  static @Nullable Long nanos(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    Matcher part = PART.matcher(text);
    double nanos = 0;
    int at = 0;
    while (at < text.length() && part.find(at) && part.start() == at) {
      nanos += Double.parseDouble(part.group(1)) * unit(part.group(2));
      at = part.end();
    }
    return at == 0 || at < text.length() || nanos > Long.MAX_VALUE ? null : Math.round(nanos);
  }

  private static double unit(String name) {
    return switch (name) {
      case "h" -> 3600e9;
      case "m" -> 60e9;
      case "s" -> 1e9;
      case "ms" -> 1e6;
      case "ns" -> 1;
      default -> 1e3;
    };
  }
}
