package io.eventsec.core.intel;

/**
 * Something that is known to be bad. Two that mean the same are equal, however they were spelled.
 *
 * @param kind what it is
 * @param value in the spelling of its kind
 */
public record Indicator(IndicatorKind kind, String value) {
  /** How many characters a value may have before it is looked at. */
  static final int LONGEST = 2000;

  /**
   * Brings the value to the spelling of its kind.
   *
   * @throws IllegalArgumentException if it is no value of that kind, or has more than 2,000
   *     characters
   */
  public Indicator {
    if (value.length() > LONGEST) {
      throw new IllegalArgumentException(
          "Value of " + value.length() + " characters: use at most " + LONGEST);
    }
    value = kind.canonical(value);
  }
}
