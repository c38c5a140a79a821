package io.eventsec.core.intel;

/** What others wrote, as it may stand in a message or be shown to people. */
public final class ShownText {
  private static final int SHORT = 100;

  private ShownText() {}

  /** At most 100 characters of a text, without what is no printable character. */
  public static String of(String text) {
    return of(text, SHORT);
  }

  /**
   * The beginning of a text: control characters become blanks, halves of surrogate pairs U+FFFD.
   *
   * @param longest how many characters of it at most; an ellipsis stands for the rest
   */
  public static String of(String text, int longest) {
    if (text.length() <= longest && isClean(text)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (shown.length() + Character.charCount(c) > longest - 1 && longest < text.length()) {
        return shown.append('…').toString();
      }
      shown.appendCodePoint(clean(c));
      at += Character.charCount(c);
    }
    return shown.toString();
  }

  private static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f && c <= 0x9f || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static int clean(int c) {
    if (Character.isISOControl(c)) {
      return ' ';
    }
    return Character.getType(c) == Character.SURROGATE ? 0xfffd : c;
  }
}
