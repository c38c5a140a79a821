package io.eventsec.core.ingest.format;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers that a sensor may have written as text. */
final class Numbers {
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,18}(?:\\.\\d{1,18})?");
  private static final int MAX_DIGITS = 19;

  private Numbers() {}

  /** The whole number a value is; null if it is none, or one that a long does not hold. */
  static @Nullable Long whole(Object value) {
    if (value instanceof Long number) {
      return number;
    }
    if (value instanceof Double number) {
      return number == Math.rint(number) && Math.abs(number) < 9e15 ? number.longValue() : null;
    }
    if (value instanceof String text && !text.isEmpty() && text.length() <= MAX_DIGITS) {
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException e) {
        return null;
      }
    }
    return null;
  }

  /** The number a value is; null if it is none. */
  static @Nullable Double real(Object value) {
    return value instanceof Number number ? (Double) number.doubleValue() : null;
  }

  /** The number a value is or a text says in digits, perhaps with a point; null if it is none. */
  static @Nullable Double decimal(Object value) {
    if (value instanceof String text) {
      return DECIMAL.matcher(text).matches() ? Double.valueOf(text) : null;
    }
    return real(value);
  }
}
