package io.eventsec.core.detect.internal;

/** One value as folded characters, in a buffer that is used again. For one thread. */
final class FoldedText {
  /** So many bytes of no character stand before the first one's, to be read with it. */
  static final int BEFORE = Integer.BYTES;

  private static final int FIRST_LENGTH = 1_024;
  private static final int MOST_KEPT = 1 << 20;

  /** Not final: it grows with the longest value. Nobody else changes it. */
  char[] chars = new char[FIRST_LENGTH];

  /** The characters again if all are ASCII, behind {@link #BEFORE} zeros. */
  byte[] bytes = new byte[FIRST_LENGTH + BEFORE];

  int length;

  private boolean ascii;

  void set(String text) {
    length = text.length();
    if (length > chars.length) {
      chars = new char[Math.max(length, Math.min(chars.length * 2, MOST_KEPT))];
    }
    text.getChars(0, length, chars, 0);
    if (bytes.length < chars.length + BEFORE) {
      bytes = new byte[chars.length + BEFORE];
    }
    ascii = CaseFold.foldAscii(chars, length, bytes, BEFORE);
    if (!ascii) {
      text.getChars(0, length, chars, 0);
      CaseFold.fold(chars, length);
    }
  }

  /** True if every character is ASCII, and was before it was folded. */
  boolean isAscii() {
    return ascii;
  }

  /**
   * True if the text has that character anywhere.
   *
   * @param raw the text as it was set; not held on to, see {@link EventValues}
   */
  boolean has(char wanted, String raw) {
    if (CaseFold.isCaseless(wanted)) {
      return raw.indexOf(wanted) >= 0;
    }
    for (int i = 0; i < length; i++) {
      if (chars[i] == wanted) {
        return true;
      }
    }
    return false;
  }

  /** True if the text has that literal from there on. */
  boolean has(String literal, int from) {
    int size = literal.length();
    if (from < 0 || from + size > length) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (chars[from + i] != literal.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Lets go of a buffer that one huge value has made. */
  void trim() {
    if (chars.length > MOST_KEPT) {
      chars = new char[FIRST_LENGTH];
      bytes = new byte[FIRST_LENGTH + BEFORE];
    }
  }
}
