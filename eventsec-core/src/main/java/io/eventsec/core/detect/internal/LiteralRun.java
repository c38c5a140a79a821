package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.ast.TextPattern;

/**
 * The longest run of plain characters in a pattern.
 *
 * @param text the run, folded; empty if the pattern has none
 * @param atStart whether a value must start with it
 * @param atEnd whether a value must end with it
 */
record LiteralRun(String text, boolean atStart, boolean atEnd) {

  static LiteralRun longest(TextPattern pattern) {
    int bestFrom = 0;
    int bestTo = 0;
    int from = 0;
    for (int i = 0; i <= pattern.length(); i++) {
      if (i == pattern.length() || pattern.element(i) < 0) {
        if (i - from > bestTo - bestFrom) {
          bestFrom = from;
          bestTo = i;
        }
        from = i + 1;
      }
    }
    StringBuilder text = new StringBuilder(bestTo - bestFrom);
    for (int i = bestFrom; i < bestTo; i++) {
      text.append((char) pattern.element(i));
    }
    return new LiteralRun(
        CaseFold.fold(text.toString()), bestFrom == 0, bestTo == pattern.length());
  }

  /** True if the pattern asks for nothing else, beside {@code *} at its ends. */
  boolean isAllOf(TextPattern pattern) {
    int plain = text.length();
    for (int i = 0; i < pattern.length(); i++) {
      int element = pattern.element(i);
      if (element >= 0) {
        plain--;
      } else if (element != TextPattern.ANY_RUN) {
        return false;
      }
    }
    return plain == 0;
  }
}
