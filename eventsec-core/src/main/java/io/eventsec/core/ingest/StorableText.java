package io.eventsec.core.ingest;

/**
 * What JSON's escapes can spell and stores cannot keep: halves of characters, which have no UTF-8,
 * and U+0000, which PostgreSQL's text refuses.
 */
final class StorableText {
  private StorableText() {}

  /** The text with U+FFFD for every one of them; the same object if it has none. */
  static String mend(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnstorable(text, i)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder mended = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (isUnstorable(text, i)) {
        mended.setCharAt(i, '\uFFFD');
      }
    }
    return mended.toString();
  }

  private static boolean isUnstorable(String text, int i) {
    char c = text.charAt(i);
    if (c == 0) {
      return true;
    }
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
