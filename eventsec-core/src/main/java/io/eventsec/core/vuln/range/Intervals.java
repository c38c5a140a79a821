package io.eventsec.core.vuln.range;

import io.eventsec.core.vuln.range.NativeRange.Constraints;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Intervals with brackets: {@code [1.0,2.0)}, {@code (,1.0]}, {@code [1.5]}, and lists of them. */
final class Intervals {
  /** Nothing is given back once it is read, so that reading takes no longer than the text is. */
  private static final Pattern INTERVAL =
      Pattern.compile(
          "\\s*+([\\[(])\\s*+([^,\\])\\s]*+)\\s*+(,?+)\\s*+([^,\\])\\s]*+)\\s*+([\\])])\\s*+,?+");

  private Intervals() {}

  static void read(String text, Constraints found) {
    if (text.indexOf('[') < 0 && text.indexOf('(') < 0) {
      found.add(Comparator.GREATER_OR_EQUAL, text.strip());
      return;
    }
    Matcher interval = INTERVAL.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!interval.region(at, text.length()).lookingAt()) {
        throw new IllegalArgumentException(
            "'" + text + "' is no list of intervals; write [1.0,2.0) or (,1.0]");
      }
      one(interval, found);
      at = interval.end();
    }
  }

  private static void one(Matcher interval, Constraints found) {
    String from = interval.group(2);
    String to = interval.group(4);
    if (interval.group(3).isEmpty()) {
      found.add(Comparator.EQUAL, from);
      return;
    }
    if (!from.isEmpty()) {
      boolean closed = interval.group(1).equals("[");
      found.add(closed ? Comparator.GREATER_OR_EQUAL : Comparator.GREATER, from);
    }
    if (!to.isEmpty()) {
      boolean closed = interval.group(5).equals("]");
      found.add(closed ? Comparator.LESS_OR_EQUAL : Comparator.LESS, to);
    }
  }
}
