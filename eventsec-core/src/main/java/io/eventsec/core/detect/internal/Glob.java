package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.ast.TextPattern;

/**
 * A pattern with wildcards in its middle. Tries the places for a {@code *} from the left and never
 * goes back behind the last one, so it takes at most text times pattern steps.
 */
final class Glob {
  private final int[] elements;
  private final String needed;

  /** Folds the pattern unless case counts; the text must come the same way. */
  Glob(TextPattern pattern, boolean cased) {
    elements = new int[pattern.length()];
    for (int i = 0; i < elements.length; i++) {
      int element = pattern.element(i);
      elements[i] = element < 0 || cased ? element : CaseFold.fold((char) element);
    }
    needed = longestLiteral(elements);
  }

  private static String longestLiteral(int[] elements) {
    String longest = "";
    StringBuilder run = new StringBuilder();
    for (int i = 0; i <= elements.length; i++) {
      if (i < elements.length && elements[i] >= 0) {
        run.append((char) elements[i]);
      } else {
        longest = run.length() > longest.length() ? run.toString() : longest;
        run.setLength(0);
      }
    }
    return longest;
  }

  boolean matches(String text) {
    return text.contains(needed) && run(text);
  }

  private boolean run(String text) {
    int at = 0;
    int element = 0;
    int retryElement = -1;
    int retryAt = 0;
    while (at < text.length()) {
      if (element < elements.length && elements[element] == TextPattern.ANY_RUN) {
        retryElement = ++element;
        retryAt = at;
      } else if (element < elements.length && accepts(elements[element], text.charAt(at))) {
        at += width(elements[element], text, at);
        element++;
      } else if (retryElement >= 0) {
        element = retryElement;
        at = ++retryAt;
      } else {
        return false;
      }
    }
    while (element < elements.length && elements[element] == TextPattern.ANY_RUN) {
      element++;
    }
    return element == elements.length;
  }

  private static boolean accepts(int element, char c) {
    return element == c
        || element == TextPattern.ANY_ONE
        || (element == TextPattern.DASH && TextPattern.isDash(c));
  }

  /** A {@code ?} takes a whole code point. */
  private static int width(int element, String text, int at) {
    return element == TextPattern.ANY_ONE ? Character.charCount(text.codePointAt(at)) : 1;
  }
}
