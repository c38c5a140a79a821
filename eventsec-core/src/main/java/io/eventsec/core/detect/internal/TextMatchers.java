package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.ast.TextPattern;
import io.eventsec.core.sigma.ast.ValueTest;

/** Picks the cheapest way to look for a pattern. */
final class TextMatchers {
  private TextMatchers() {}

  static ValueMatcher of(ValueTest.Text test) {
    TextPattern pattern = test.pattern();
    boolean cased = test.cased();
    int from = 0;
    int to = pattern.length();
    while (from < to && pattern.element(from) == TextPattern.ANY_RUN) {
      from++;
    }
    while (to > from && pattern.element(to - 1) == TextPattern.ANY_RUN) {
      to--;
    }
    StringBuilder middle = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      if (pattern.element(i) < 0) {
        return glob(new Glob(pattern, cased), cased);
      }
      middle.append((char) pattern.element(i));
    }
    String text = cased ? middle.toString() : CaseFold.fold(middle.toString());
    return literal(text, new Ends(from > 0, to < pattern.length()), cased);
  }

  /** Whether anything may stand before and after a literal. */
  private record Ends(boolean openStart, boolean openEnd) {}

  private static ValueMatcher literal(String text, Ends ends, boolean cased) {
    if (ends.openStart() && ends.openEnd()) {
      return (values, i) -> values.text(i, cased).contains(text);
    }
    if (ends.openStart()) {
      return (values, i) -> values.text(i, cased).endsWith(text);
    }
    if (ends.openEnd()) {
      return (values, i) -> values.text(i, cased).startsWith(text);
    }
    return (values, i) -> values.text(i, cased).equals(text);
  }

  private static ValueMatcher glob(Glob glob, boolean cased) {
    return (values, i) -> glob.matches(values.text(i, cased));
  }
}
