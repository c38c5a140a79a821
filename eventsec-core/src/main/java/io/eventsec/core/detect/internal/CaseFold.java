package io.eventsec.core.detect.internal;

/**
 * Simple case folding, one character for one, so that places in the text stay where they are: what
 * {@link String#equalsIgnoreCase} compares by.
 */
final class CaseFold {
  private static final int ASCII = 128;
  private static final int BEFORE_A = 'A' - 1;
  private static final int BEHIND_Z = 'Z' + 1;
  private static final int SMALL = 'a' - 'A';

  private CaseFold() {}

  static char fold(char c) {
    if (c < ASCII) {
      return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  static boolean isAscii(int c) {
    return c < ASCII;
  }

  /**
   * Folds the first characters of an array, without a branch where they are ASCII.
   *
   * @return true if all of them are ASCII
   */
  static boolean fold(char[] chars, int length) {
    int all = 0;
    for (int i = 0; i < length; i++) {
      int c = chars[i];
      all |= c;
      // All ones for a capital letter, which is one bit away from the small one.
      int capital = (BEFORE_A - c & c - BEHIND_Z) >> Integer.SIZE - 1;
      chars[i] = c < ASCII ? (char) (c | capital & SMALL) : fold((char) c);
    }
    return all < ASCII;
  }

  /** True if no other character folds to that one. */
  static boolean isCaseless(char c) {
    return c < ASCII && !Character.isLetter(c);
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
