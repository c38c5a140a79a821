package io.eventsec.core.sigma.internal;

/**
 * Says in RE2's words what other dialects of regular expressions have words of their own for:
 * {@code \Z} for the end or a last line feed before it, {@code \h} for blanks, {@code \R} for line
 * ends, {@code \e} and {@code \}{@code uXXXX} for characters, {@code (?<name>} for a named group.
 */
final class RegexSpelling {
  private static final int UNICODE_DIGITS = 4;

  private final String pattern;
  private final StringBuilder text;
  private int at;
  private boolean inSet;

  private RegexSpelling(String pattern) {
    this.pattern = pattern;
    this.text = new StringBuilder(pattern.length() + 8);
  }

  /** The pattern in RE2's words; what has no other spelling stays. */
  static String forRe2(String pattern) {
    RegexSpelling spelling = new RegexSpelling(pattern);
    while (spelling.at < pattern.length()) {
      spelling.next();
    }
    return spelling.text.toString();
  }

  private void next() {
    char c = pattern.charAt(at);
    if (c == '\\' && at + 1 < pattern.length()) {
      escape(pattern.charAt(at + 1));
    } else if (inSet) {
      inSet = c != ']';
      copy(1);
    } else if (c == '[') {
      inSet = true;
      // A closing bracket right behind the opening one is a member.
      boolean not = pattern.startsWith("^", at + 1);
      copy((not ? 2 : 1) + (pattern.startsWith("]", at + (not ? 2 : 1)) ? 1 : 0));
    } else if (isNamedGroup()) {
      replace(3, "(?P<");
    } else {
      copy(1);
    }
  }

  private void copy(int length) {
    text.append(pattern, at, at + length);
    at += length;
  }

  private void replace(int length, String spelling) {
    text.append(spelling);
    at += length;
  }

  private boolean isNamedGroup() {
    return pattern.startsWith("(?<", at)
        && !pattern.startsWith("(?<=", at)
        && !pattern.startsWith("(?<!", at);
  }

  private void escape(char escaped) {
    switch (escaped) {
      case 'e' -> replace(2, "\\x1b");
      case 'h' -> replace(2, inSet ? " \\t" : "[ \\t]");
      case 'u' -> unicode();
      case 'Z' -> replace(2, inSet ? "\\Z" : "(?:\\n?\\z)");
      case 'R' -> replace(2, inSet ? "\\R" : "(?:\\r\\n|[\\n\\v\\f\\r])");
      default -> copy(2);
    }
  }

  private void unicode() {
    int end = at + 2 + UNICODE_DIGITS;
    if (end <= pattern.length() && pattern.substring(at + 2, end).matches("[0-9a-fA-F]{4}")) {
      replace(end - at, "\\x{" + pattern.substring(at + 2, end) + '}');
    } else {
      copy(2);
    }
  }
}
