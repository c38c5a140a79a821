package io.eventsec.core.sigma.pipeline.internal;

import com.google.re2j.Pattern;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.ast.TextPattern;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** What may be asked of a detection item. */
final class ItemConditions {
  static final Map<String, Function<Parameters, Predicate<ItemInRun>>> KINDS =
      SharedConditions.and(
          Map.of(
              "match_string", ItemConditions::matchString,
              "match_value", ItemConditions::matchValue,
              "is_null", ItemConditions::isNull,
              "contains_wildcard", ItemConditions::containsWildcard));

  private ItemConditions() {}

  private static Predicate<ItemInRun> matchString(Parameters parameters) {
    Pattern pattern = parameters.regex("pattern");
    boolean negated = parameters.truth("negate");
    return anyOrAll(
        parameters,
        value ->
            negated
                != (value.text() != null
                    && pattern.matcher(PlainText.of(value.text())).lookingAt()));
  }

  private static Predicate<ItemInRun> matchValue(Parameters parameters) {
    Scalar wanted = parameters.scalar("value");
    return anyOrAll(parameters, value -> value.is(wanted));
  }

  private static Predicate<ItemInRun> isNull(Parameters parameters) {
    return anyOrAll(parameters, value -> value.scalar().value() == null);
  }

  private static Predicate<ItemInRun> containsWildcard(Parameters parameters) {
    return anyOrAll(
        parameters,
        value -> value.text() != null && TextPattern.parse(value.text()).hasWildcards());
  }

  private static Predicate<ItemInRun> anyOrAll(Parameters parameters, Predicate<SeenValue> check) {
    return parameters.choice("cond", List.of("any", "all")).equals("any")
        ? subject -> SeenValue.of(subject.item()).anyMatch(check)
        : subject -> SeenValue.of(subject.item()).allMatch(check);
  }
}
