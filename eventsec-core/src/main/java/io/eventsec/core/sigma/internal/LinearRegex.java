package io.eventsec.core.sigma.internal;

import com.google.re2j.PatternSyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one place where rules and pipelines have RE2/J compile an expression, since it does not
 * always come back. RE2/J 1.8 walks from a character to the next that differs by case only until it
 * is where it began. From U+1C80 to U+1C88, variants of Cyrillic letters, it never is.
 */
public final class LinearRegex {
  private static final int FIRST = 0x1C80;
  private static final Pattern IGNORES_CASE = Pattern.compile("\\(\\?[a-zA-Z-]*i");

  /** One of them, or the end of a range that may hold them; a backslash may stand before it. */
  private static final Pattern REACHES =
      Pattern.compile("[\u1C80-\u1C88]|-\\\\?[\u1C80-\\x{10FFFF}]");

  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:x\\{0*([0-9a-fA-F]{1,6})}|u([0-9a-fA-F]{4}))");

  private LinearRegex() {}

  /**
   * Compiles an expression.
   *
   * @param flags as {@link com.google.re2j.Pattern} has them
   * @throws PatternSyntaxException if RE2 can't express it, or RE2/J would not come back
   */
  public static com.google.re2j.Pattern compile(String pattern, int flags) {
    boolean ignoresCase =
        (flags & com.google.re2j.Pattern.CASE_INSENSITIVE) != 0
            || IGNORES_CASE.matcher(pattern).find();
    if (ignoresCase && mayReach(pattern)) {
      throw new PatternSyntaxException(
          "without regard to case it may hold a character from U+1C80 to U+1C88", pattern);
    }
    return com.google.re2j.Pattern.compile(pattern, flags);
  }

  private static boolean mayReach(String pattern) {
    if (REACHES.matcher(pattern).find()) {
      return true;
    }
    Matcher escape = ESCAPE.matcher(pattern);
    while (escape.find()) {
      String digits = escape.group(1) == null ? escape.group(2) : escape.group(1);
      if (Integer.parseInt(digits, 16) >= FIRST) {
        return true;
      }
    }
    return false;
  }
}
