package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.ast.TextPattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value as conditions see it: see {@link WholeValues}.
 *
 * @param scalar the value
 * @param text as a rule writes it, if it is compared as text; null if it is none
 */
record SeenValue(Scalar scalar, @Nullable String text) {

  /** The values of an item. */
  static Stream<SeenValue> of(DetectionItem item) {
    return WholeValues.of(item).values().stream()
        .flatMap(
            value ->
                value.alternatives().stream()
                    .map(
                        one ->
                            new SeenValue(
                                one,
                                WholeValues.isText(value) && one.value() instanceof String text
                                    ? text
                                    : null)));
  }

  /** True if it is that value: of the same kind, texts and numbers however they are written. */
  boolean is(Scalar wanted) {
    Object value = scalar.value();
    Object other = wanted.value();
    if (text != null) {
      return other instanceof String written
          && TextPattern.parse(text).equals(TextPattern.parse(written));
    }
    return value instanceof Number number && other instanceof Number asked
        ? Double.compare(number.doubleValue(), asked.doubleValue()) == 0
        : !(value instanceof String) && wanted.equals(scalar);
  }
}
