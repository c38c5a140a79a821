package io.eventsec.core.detect.internal;

/**
 * Guesses at how many values in a thousand pass a test. They only decide what a rule is found by: a
 * bad guess costs time and changes no answer.
 */
final class Selectivity {
  /** Not found by a look: it has to be asked. */
  static final double UNKNOWN = Double.POSITIVE_INFINITY;

  static final double OF_TRUTH = 400;
  static final double OF_BOUND = 400;
  static final double OF_BLOCK = 300;

  /** The event has the field. */
  static final double OF_PRESENCE = 600;

  private static final double LEAST = 0.1;
  private static final double SHORT_WHOLE = 60;
  private static final int SHORT = 4;
  private static final double OF_ONE_CHARACTER = 300;
  private static final double LESS_BY_CHARACTER = 0.55;

  private Selectivity() {}

  /** The value is that text: numbers of events and other short codes are common. */
  static double ofWhole(String text) {
    return text.length() <= SHORT ? SHORT_WHOLE : ofInside(text);
  }

  /** The value has that text somewhere. */
  static double ofInside(String text) {
    return Math.max(LEAST, OF_ONE_CHARACTER * Math.pow(LESS_BY_CHARACTER, text.length() - 1));
  }
}
