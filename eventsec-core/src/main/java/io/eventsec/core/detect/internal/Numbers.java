package io.eventsec.core.detect.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as rules see them. */
final class Numbers {
  private static final int MAX_DIGITS = 40;
  private static final double PLAIN_FROM = 1e-4;
  private static final double PLAIN_TO = 1e16;

  private Numbers() {}

  /** A value as text: what a rule's text is compared with. */
  static String text(Object value) {
    return value instanceof Double number ? text(number.doubleValue()) : value.toString();
  }

  private static String text(double number) {
    double size = Math.abs(number);
    if (size != 0 && (size < PLAIN_FROM || size >= PLAIN_TO || Double.isNaN(size))) {
      return Double.toString(number);
    }
    String plain = BigDecimal.valueOf(number).toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  /** A value as a {@link Long} or {@link Double}, text included; null if it is no number. */
  static @Nullable Number number(Object value) {
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

  /** Compares by value, exactly where both are whole. */
  static int compare(Number a, Number b) {
    return a instanceof Long x && b instanceof Long y
        ? Long.compare(x, y)
        : Double.compare(a.doubleValue(), b.doubleValue());
  }
}
