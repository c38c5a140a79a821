package io.eventsec.app.log;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the places of a text. What is filled in is never looked at for places again. */
final class Places {
  private static final Pattern PLACE = Pattern.compile("\\{[a-zA-Z]+}");
  private static final int LONGEST = 500;

  private Places() {}

  /**
   * Fills them.
   *
   * @param values in the order of the places; a place without a value stays, a value without a
   *     place is left out
   */
  static String fill(String text, Object... values) {
    Matcher place = PLACE.matcher(text);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < values.length && place.find(); i++) {
      place.appendReplacement(out, Matcher.quoteReplacement(printable(values[i])));
    }
    return place.appendTail(out).toString();
  }

  /** How many there are. */
  static long count(String text) {
    return PLACE.matcher(text).results().count();
  }

  /** A value whose type is not known to be harmless may hold a secret: only its type is shown. */
  private static String printable(Object value) {
    return harmless(value)
        ? Printable.of(value.toString(), LONGEST)
        : '<' + value.getClass().getSimpleName() + '>';
  }

  private static boolean harmless(Object value) {
    return value instanceof CharSequence
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum<?>
        || value instanceof Path
        || value instanceof Duration
        || value instanceof Instant;
  }
}
