package io.eventsec.core.detect.internal;

/**
 * Simple case folding, one character for one, so that places in the text stay where they are: what
 * {@link String#equalsIgnoreCase} compares by.
 */
final class CaseFold {
  private static final int ASCII = 128;

  /** By character. */
  private static final byte[] FOLDED = new byte[ASCII];

  static {
    for (int c = 0; c < ASCII; c++) {
      FOLDED[c] = (byte) fold((char) c);
    }
  }

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

  /** Folds the first characters of an array. */
  static void fold(char[] chars, int length) {
    for (int i = 0; i < length; i++) {
      chars[i] = fold(chars[i]);
    }
  }

  /**
   * Folds the first characters of an array if they are ASCII.
   *
   * @param bytes gets the same as bytes, from a place on
   * @return false if one of them is not: then neither array has anything of use
   */
  static boolean foldAscii(char[] chars, int length, byte[] bytes, int from) {
    int all = 0;
    for (int i = 0; i < length; i++) {
      int c = chars[i];
      all |= c;
      byte folded = FOLDED[c & ASCII - 1];
      bytes[from + i] = folded;
      chars[i] = (char) folded;
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
