package io.eventsec.core.sigma.pipeline.internal;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How a condition compares something of the rule with what it was given: as numbers if both are,
 * else as text, which puts dates in their order.
 *
 * @param operator {@code eq}, {@code ne}, {@code lt}, {@code lte}, {@code gt}, {@code gte}, {@code
 *     in} or {@code not_in}
 * @param wanted what to compare with; only the last two take more than one
 */
record Comparison(String operator, List<String> wanted) {
  private static final List<String> OPERATORS =
      List.of("eq", "ne", "lt", "lte", "gt", "gte", "in", "not_in");

  /** Reads {@code op} and the parameter of that key. */
  static Comparison of(Parameters parameters, String key) {
    String operator = parameters.choice("op", OPERATORS);
    List<String> wanted = parameters.neededTexts(key);
    if (wanted.size() > 1 && !operator.endsWith("in")) {
      parameters.wrong(
          key,
          "'" + operator + "' compares with one value, and here are " + wanted.size(),
          "Write one, or 'op: in'");
    }
    return new Comparison(operator, wanted);
  }

  /** True if it holds of one of them; if it is a negative one, of each. Never of none at all. */
  boolean holds(List<String> values) {
    boolean negative = operator.equals("ne") || operator.equals("not_in");
    return negative
        ? !values.isEmpty() && values.stream().allMatch(this::holds)
        : values.stream().anyMatch(this::holds);
  }

  /** Of a list only what it has is asked; so {@code eq} is never true of it, and {@code ne} is. */
  boolean holdsOfList(List<String> values) {
    return switch (operator) {
      case "in" -> values.stream().anyMatch(this::holds);
      case "not_in" -> values.stream().allMatch(this::holds);
      default -> operator.equals("ne");
    };
  }

  boolean holds(String value) {
    return switch (operator) {
      case "in", "eq" -> wanted.stream().anyMatch(one -> order(value, one) == 0);
      case "not_in", "ne" -> wanted.stream().noneMatch(one -> order(value, one) == 0);
      case "lt" -> order(value, wanted.get(0)) < 0;
      case "lte" -> order(value, wanted.get(0)) <= 0;
      case "gt" -> order(value, wanted.get(0)) > 0;
      default -> order(value, wanted.get(0)) >= 0;
    };
  }

  private static int order(String left, String right) {
    OptionalDouble a = number(left);
    OptionalDouble b = number(right);
    return a.isPresent() && b.isPresent()
        ? Double.compare(a.getAsDouble(), b.getAsDouble())
        : left.toLowerCase(Locale.ROOT).compareTo(right.toLowerCase(Locale.ROOT));
  }

  private static OptionalDouble number(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
