package io.eventsec.core.correlate.internal;

import java.math.BigDecimal;

/**
 * A sum that values enter and leave without any rounding, so that it depends on what is in it and
 * on nothing that was before.
 */
final class ExactSum {
  /** Whole numbers up to here are themselves as doubles. */
  private static final double MOST_WHOLE = 1L << 53;

  private long whole;
  private BigDecimal rest = BigDecimal.ZERO;

  void add(double value) {
    if (isWhole(value) && fits(whole, (long) value)) {
      whole += (long) value;
    } else {
      rest = plus(new BigDecimal(value));
    }
  }

  void subtract(double value) {
    add(-value);
  }

  double value() {
    return rest.signum() == 0 ? whole : rest.add(BigDecimal.valueOf(whole)).doubleValue();
  }

  private BigDecimal plus(BigDecimal value) {
    BigDecimal sum = rest.add(value);
    return sum.signum() == 0 ? BigDecimal.ZERO : sum;
  }

  private static boolean isWhole(double value) {
    return Math.abs(value) <= MOST_WHOLE && value == Math.rint(value);
  }

  private static boolean fits(long sum, long value) {
    long result = sum + value;
    return ((sum ^ result) & (value ^ result)) >= 0;
  }
}
