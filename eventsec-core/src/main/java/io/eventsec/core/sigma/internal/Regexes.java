package io.eventsec.core.sigma.internal;

import com.google.re2j.Pattern;
import io.eventsec.core.sigma.ast.ValueTest;
import io.eventsec.core.sigma.ast.ValueTest.RegexFlag;

/** The one place where a rule's regular expressions are compiled: always to linear time. */
public final class Regexes {
  private Regexes() {}

  /**
   * Compiles the pattern with its flags.
   *
   * @throws com.google.re2j.PatternSyntaxException if RE2 syntax can't express it
   */
  public static Pattern compile(ValueTest.Matches test) {
    int flags = 0;
    for (RegexFlag flag : test.flags()) {
      flags |=
          switch (flag) {
            case IGNORE_CASE -> Pattern.CASE_INSENSITIVE;
            case MULTILINE -> Pattern.MULTILINE;
            case DOT_ALL -> Pattern.DOTALL;
          };
    }
    return Pattern.compile(test.pattern(), flags);
  }
}
