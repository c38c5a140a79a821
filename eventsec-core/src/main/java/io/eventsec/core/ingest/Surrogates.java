package io.eventsec.core.ingest;

/** Halves of characters, which JSON's escapes can spell and no encoding can store. */
final class Surrogates {
  private Surrogates() {}

  /** The text with U+FFFD for every half that lacks its other; the same object if none does. */
  static String mend(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isLone(text, i)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder mended = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (isLone(text, i)) {
        mended.setCharAt(i, '\uFFFD');
      }
    }
    return mended.toString();
  }

  private static boolean isLone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
