package io.eventsec.core.vuln.range;

import io.eventsec.core.vuln.range.NativeRange.Constraints;

/** Ranges of Conan 2: comparators, {@code ^}, {@code ~}, {@code ||}. */
final class ConanRange {
  private ConanRange() {}

  static void read(String text, Constraints found) {
    int options = text.indexOf(',');
    String range = options < 0 ? text : text.substring(0, options);
    for (String alternative : range.split("\\|\\|")) {
      for (String part : alternative.strip().split("\\s+")) {
        part(part, found);
      }
    }
  }

  private static void part(String text, Constraints found) {
    // A hyphen at the end lets pre-releases in.
    String part = text.endsWith("-") ? text.substring(0, text.length() - 1) : text;
    if (part.equals("*")) {
      found.add(Comparator.GREATER_OR_EQUAL, "0.0.0");
    } else if (part.startsWith("~")) {
      Numbers numbers = Numbers.of(part.substring(1));
      found.between(part.substring(1), numbers.first(2).bumped() + '-');
    } else if (part.startsWith("^")) {
      Numbers numbers = Numbers.of(part.substring(1));
      found.between(part.substring(1), numbers.significant().bumped() + '-');
    } else {
      Comparator comparator = Comparator.leading(part);
      found.add(comparator, NativeRange.withoutSign(part, comparator));
    }
  }
}
