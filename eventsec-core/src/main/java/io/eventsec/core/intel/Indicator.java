package io.eventsec.core.intel;

/**
 * Something that is known to be bad. Two that mean the same are equal, however they were spelled.
 *
 * @param kind what it is
 * @param value in the spelling of its kind
 */
public record Indicator(IndicatorKind kind, String value) {
  private static final int LONGEST = 2000;

  /**
   * Brings the value to the spelling of its kind.
   *
   * @throws IllegalArgumentException if it is no value of that kind, or has more than 2,000
   *     characters before or after
   */
  public Indicator {
    bound(value);
    value = kind.canonical(value);
    // What is not ASCII in a URL becomes longer.
    bound(value);
  }

  private static void bound(String value) {
    if (value.length() > LONGEST) {
      throw new IllegalArgumentException(
          "Value of " + value.length() + " characters: use at most " + LONGEST);
    }
  }
}
