package io.eventsec.app.config;

/** Thrown for a text that is no value of its type; the message is the rule that it breaks. */
final class InvalidValueException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A rule in the words that follow a value: "is not a whole number". */
  InvalidValueException(String rule) {
    super(rule);
  }

  String rule() {
    return String.valueOf(getMessage());
  }
}
