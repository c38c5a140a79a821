package io.eventsec.core.rulecheck;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;

/** What the specification says of attributes that nothing is decided by. */
final class Attributes {
  /** With slashes as older rules write it. */
  private static final Pattern DATE = Pattern.compile("\\d{4}([-/])\\d{2}\\1\\d{2}");

  private static final Set<String> RELATIONS =
      Set.of("derived", "obsolete", "merged", "renamed", "similar");

  private Attributes() {}

  /** True if it is written as a date and there is such a day. */
  static boolean isDate(String text) {
    try {
      return DATE.matcher(text).matches() && LocalDate.parse(text.replace('/', '-')).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** True if a rule can be that to another. */
  static boolean isRelation(String type) {
    return RELATIONS.contains(type);
  }
}
