package io.eventsec.app.config;

import java.util.function.UnaryOperator;

/**
 * The values that a setting understands.
 *
 * @param expects them, for people
 * @param parser makes a value of a text
 * @param shown the text as it may be logged
 */
record ValueType<T>(String expects, Parser<T> parser, UnaryOperator<String> shown) {

  /** One whose texts may be logged as they are. */
  ValueType(String expects, Parser<T> parser) {
    this(expects, parser, UnaryOperator.identity());
  }

  /**
   * The value of a text.
   *
   * @throws InvalidValueException if it is none of those expected
   */
  T parse(String text) throws InvalidValueException {
    return parser.parse(text);
  }

  /** Makes a value of a text. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(String text) throws InvalidValueException;
  }
}
