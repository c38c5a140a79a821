package io.eventsec.core.vuln.range;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The numbers that a version starts with.
 *
 * @param values at least one
 */
record Numbers(List<BigInteger> values) {

  /**
   * Those of a version, up to the first thing that is none.
   *
   * @throws IllegalArgumentException if it starts with no number
   */
  static Numbers of(String version) {
    List<BigInteger> values = new ArrayList<>();
    for (String part : version.split("[.]", -1)) {
      int end = 0;
      while (end < part.length() && part.charAt(end) >= '0' && part.charAt(end) <= '9') {
        end++;
      }
      if (end > 0) {
        values.add(new BigInteger(part.substring(0, end)));
      }
      if (end < part.length() || end == 0) {
        break;
      }
    }
    if (values.isEmpty()) {
      throw new IllegalArgumentException("'" + version + "' starts with no number");
    }
    return new Numbers(values);
  }

  Numbers first(int count) {
    return new Numbers(values.subList(0, Math.min(count, values.size())));
  }

  /** Without the last, unless it is the only one. */
  Numbers withoutLast() {
    return first(Math.max(1, values.size() - 1));
  }

  boolean isOdd(int at) {
    return at < values.size() && values.get(at).testBit(0);
  }

  /** Up to the first number that is not zero: what {@code ^} keeps. */
  Numbers significant() {
    int count = 1;
    while (count < values.size() && values.get(count - 1).signum() == 0) {
      count++;
    }
    return first(count);
  }

  /** The next version that has as many numbers: the last is one more. */
  String bumped() {
    List<BigInteger> next = new ArrayList<>(values);
    next.set(next.size() - 1, next.get(next.size() - 1).add(BigInteger.ONE));
    return text(next);
  }

  private static String text(List<BigInteger> values) {
    return values.stream().map(BigInteger::toString).collect(Collectors.joining("."));
  }
}
