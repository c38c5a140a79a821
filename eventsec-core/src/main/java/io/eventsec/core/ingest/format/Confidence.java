package io.eventsec.core.ingest.format;

import java.util.Locale;

/** How sure a source is of an indicator, in ECS' words, by STIX' scale of them. */
final class Confidence {
  private static final int LEAST_MEDIUM = 30;
  private static final int LEAST_HIGH = 70;

  private Confidence() {}

  /**
   * The word for it.
   *
   * @param value a number from 0 up to a hundred times the factor, or a word already
   * @param factor what makes the number one of 0 to 100
   */
  static String of(Object value, int factor) {
    Double number = Numbers.decimal(value);
    if (number == null) {
      String word = value.toString().strip().toLowerCase(Locale.ROOT);
      return word.isEmpty()
          ? word
          : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
    double percent = number * factor;
    if (percent <= 0) {
      return "None";
    }
    return percent < LEAST_MEDIUM ? "Low" : percent < LEAST_HIGH ? "Medium" : "High";
  }
}
