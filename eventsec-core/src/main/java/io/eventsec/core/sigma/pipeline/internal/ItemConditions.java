package io.eventsec.core.sigma.pipeline.internal;

import com.google.re2j.Pattern;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.ast.TextPattern;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What may be asked of a detection item; of its values before their modifiers. */
final class ItemConditions {
  static final Map<String, Function<Parameters, Predicate<ItemInRun>>> KINDS =
      SharedConditions.and(
          Map.of(
              "match_string", ItemConditions::matchString,
              "is_null", ItemConditions::isNull,
              "contains_wildcard", ItemConditions::containsWildcard));

  private ItemConditions() {}

  private static Predicate<ItemInRun> matchString(Parameters parameters) {
    Pattern pattern = parameters.regex("pattern");
    boolean negated = parameters.truth("negate");
    return anyOrAll(
        parameters,
        value ->
            value.value() instanceof String text && pattern.matcher(text).lookingAt() != negated);
  }

  private static Predicate<ItemInRun> isNull(Parameters parameters) {
    return anyOrAll(parameters, value -> value.value() == null);
  }

  private static Predicate<ItemInRun> containsWildcard(Parameters parameters) {
    return anyOrAll(
        parameters,
        value -> value.value() instanceof String text && TextPattern.parse(text).hasWildcards());
  }

  private static Predicate<ItemInRun> anyOrAll(Parameters parameters, Predicate<Scalar> check) {
    return parameters.choice("cond", List.of("any", "all")).equals("any")
        ? subject -> values(subject).anyMatch(check)
        : subject -> values(subject).allMatch(check);
  }

  private static Stream<Scalar> values(ItemInRun subject) {
    return subject.item().values().stream().flatMap(value -> value.alternatives().stream());
  }
}
