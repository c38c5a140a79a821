package io.eventsec.core.vuln.range;

import java.util.regex.Pattern;

/** What a text may not have if it is to be canonical. */
final class CanonicalVers {
  private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern SMALL = Pattern.compile("%(?:[a-f][0-9A-Fa-f]|[0-9A-F][a-f])");

  private CanonicalVers() {}

  static void check(String text) {
    String constraints = text.substring(text.indexOf('/') + 1);
    refuse(text.chars().anyMatch(Character::isWhitespace), "whitespace is not permitted");
    refuse(constraints.startsWith("|"), "leading pipe is not permitted");
    refuse(constraints.endsWith("|"), "trailing pipe is not permitted");
    refuse(constraints.contains("||"), "consecutive pipes are not permitted");
    refuse(BROKEN.matcher(constraints).find(), "invalid percent-encoding in version");
    refuse(SMALL.matcher(constraints).find(), "percent-encoding in version is not canonical");
    if (text.startsWith("vers:datetime/")) {
      refuse(constraints.contains("%3A"), "datetime time colons must be unencoded");
      refuse(
          constraints.indexOf('t') >= 0 || constraints.indexOf('z') >= 0,
          "datetime must use uppercase T and Z");
    }
  }

  private static void refuse(boolean found, String rule) {
    if (found) {
      throw new IllegalArgumentException("non-canonical VERS: " + rule);
    }
  }
}
