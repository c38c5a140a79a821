package io.eventsec.core.vuln.range;

import io.eventsec.core.vuln.range.NativeRange.Constraints;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ranges of node-semver: comparators, {@code ^}, {@code ~}, {@code x}, hyphens, {@code ||}. */
final class NpmRange {
  private static final Pattern HYPHEN = Pattern.compile("(\\S+)\\s+-\\s+(\\S+)");
  private static final Pattern WILD = Pattern.compile("[xX*](?:\\.[xX*])*");

  /** A comparator and its version, blanks between them. */
  private static final Pattern PART = Pattern.compile("([<>=^~!]*)\\s*([^\\s<>=^~]+)");

  private NpmRange() {}

  static void read(String text, Constraints found) {
    for (String alternative : text.split("\\|\\|")) {
      alternative(alternative.strip(), found);
    }
  }

  private static void alternative(String text, Constraints found) {
    Matcher hyphen = HYPHEN.matcher(text);
    if (hyphen.matches()) {
      found.add(Comparator.GREATER_OR_EQUAL, full(hyphen.group(1)));
      found.add(Comparator.LESS_OR_EQUAL, full(hyphen.group(2)));
      return;
    }
    Matcher part = PART.matcher(text);
    while (part.find()) {
      part(part.group(1), part.group(2), found);
    }
  }

  private static void part(String sign, String version, Constraints found) {
    String plain = version.startsWith("v") ? version.substring(1) : version;
    if (WILD.matcher(plain).matches()) {
      return;
    }
    int wild = wildAt(plain);
    if (wild > 0) {
      Numbers numbers = Numbers.of(plain.substring(0, wild));
      found.between(full(plain.substring(0, wild)), full(numbers.bumped()));
      return;
    }
    switch (sign) {
      case "^" -> found.between(full(plain), full(Numbers.of(plain).significant().bumped()));
      case "~", "~>" -> found.between(full(plain), full(Numbers.of(plain).first(2).bumped()));
      default -> found.add(Comparator.leading(sign), full(plain));
    }
  }

  /** Where {@code .x} begins; -1 if there is none. */
  private static int wildAt(String version) {
    for (String wild : new String[] {".x", ".X", ".*"}) {
      int at = version.indexOf(wild);
      if (at > 0 && (at + 2 == version.length() || version.charAt(at + 2) == '.')) {
        return at;
      }
    }
    return -1;
  }

  /** With three numbers. */
  private static String full(String version) {
    String plain = version.startsWith("v") ? version.substring(1) : version;
    int end = 0;
    while (end < plain.length() && "-+".indexOf(plain.charAt(end)) < 0) {
      end++;
    }
    StringBuilder numbers = new StringBuilder(plain.substring(0, end));
    for (long dots = plain.substring(0, end).chars().filter(c -> c == '.').count();
        dots < 2;
        dots++) {
      numbers.append(".0");
    }
    return numbers + plain.substring(end);
  }
}
