package io.eventsec.persistence.internal;

/** What PostgreSQL can hold as text: no U+0000 and no half of a surrogate pair. */
public final class StorableText {
  private static final char REPLACEMENT = '\uFFFD';

  private StorableText() {}

  /** The text with what cannot be stored replaced by U+FFFD; mostly the text itself. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!storable(text, i)) {
        return replaced(text);
      }
    }
    return text;
  }

  /**
   * The text itself, where replacing would change an identity.
   *
   * @param what it is, for the message
   * @throws IllegalArgumentException if it cannot be stored as it is
   */
  public static String exactly(String what, String text) {
    if (!of(text).equals(text)) {
      throw new IllegalArgumentException(
          what + " contains U+0000 or half of a surrogate pair, which cannot be stored");
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder result = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (!storable(text, i)) {
        result.setCharAt(i, REPLACEMENT);
      }
    }
    return result.toString();
  }

  private static boolean storable(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c != 0;
  }
}
