package io.eventsec.core.sigma.internal;

import com.google.re2j.PatternSyntaxException;
import io.eventsec.core.sigma.ast.ValueTest;
import io.eventsec.core.sigma.ast.ValueTest.RegexFlag;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a rule's regular expressions are compiled: to linear time wherever RE2 can
 * express them, as written or in other words; else (look-around, back-references, atomic groups,
 * possessive quantifiers) to a backtracking engine that counts its steps.
 */
public final class Regexes {
  private Regexes() {}

  /**
   * Compiles the pattern with its flags.
   *
   * @throws java.util.regex.PatternSyntaxException if it is no regular expression at all
   */
  public static RegexProgram compile(ValueTest.Matches test) {
    RegexProgram linear = linear(test.pattern(), test.flags());
    return linear == null ? stepped(test) : linear;
  }

  private static @Nullable RegexProgram linear(String pattern, Set<RegexFlag> flags) {
    int bits = 0;
    for (RegexFlag flag : flags) {
      bits |=
          switch (flag) {
            case IGNORE_CASE -> com.google.re2j.Pattern.CASE_INSENSITIVE;
            case MULTILINE -> com.google.re2j.Pattern.MULTILINE;
            case DOT_ALL -> com.google.re2j.Pattern.DOTALL;
          };
    }
    RegexProgram asWritten = linear(pattern, bits);
    return asWritten == null ? linear(RegexSpelling.forRe2(pattern), bits) : asWritten;
  }

  private static @Nullable RegexProgram linear(String pattern, int bits) {
    try {
      com.google.re2j.Pattern compiled = LinearRegex.compile(pattern, bits);
      return text -> compiled.matcher(text).find();
    } catch (PatternSyntaxException e) {
      return null; // The next spelling, or the other engine.
    }
  }

  private static RegexProgram stepped(ValueTest.Matches test) {
    int bits = 0;
    for (RegexFlag flag : test.flags()) {
      bits |=
          switch (flag) {
            case IGNORE_CASE -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            case MULTILINE -> Pattern.MULTILINE;
            case DOT_ALL -> Pattern.DOTALL;
          };
    }
    return new SteppedRegex(Pattern.compile(test.pattern(), bits));
  }
}
