package io.eventsec.core.detect.internal;

/**
 * Simple case folding, one character for one, so that places in the text stay where they are: what
 * {@link String#equalsIgnoreCase} compares by.
 */
final class CaseFold {
  private static final int ASCII = 128;

  private CaseFold() {}

  static char fold(char c) {
    if (c < ASCII) {
      return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  /** The folded text; the same object if there is nothing to fold. */
  static String fold(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (fold(c) != c) {
        return foldFrom(text, i);
      }
    }
    return text;
  }

  private static String foldFrom(String text, int first) {
    char[] folded = text.toCharArray();
    for (int i = first; i < folded.length; i++) {
      folded[i] = fold(folded[i]);
    }
    return new String(folded);
  }
}
