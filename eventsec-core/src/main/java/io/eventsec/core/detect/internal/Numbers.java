package io.eventsec.core.detect.internal;

import java.math.BigDecimal;

/** Numbers as rules see them. */
final class Numbers {
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

  /** Compares by value, exactly where both are whole. */
  static int compare(Number a, Number b) {
    return a instanceof Long x && b instanceof Long y
        ? Long.compare(x, y)
        : Double.compare(a.doubleValue(), b.doubleValue());
  }
}
