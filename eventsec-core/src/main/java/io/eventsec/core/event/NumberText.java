package io.eventsec.core.event;

import org.jspecify.annotations.Nullable;

/** Numbers that sensors write as text. */
public final class NumberText {
  private static final int MAX_DIGITS = 40;

  private NumberText() {}

  /** A value as a {@link Long} or {@link Double}, text included; null if it is no number. */
  public static @Nullable Number number(Object value) {
    if (value instanceof Number number) {
      return number;
    }
    return value instanceof String text ? parse(text.strip()) : null;
  }

  private static @Nullable Number parse(String text) {
    if (text.isEmpty() || text.length() > MAX_DIGITS) {
      return null;
    }
    boolean whole = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && "+-.eE".indexOf(c) < 0) {
        return null;
      }
      whole &= digit || (i == 0 && c == '-');
    }
    try {
      return whole ? wholeNumber(text) : (Number) Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Number wholeNumber(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return Double.valueOf(text);
    }
  }
}
