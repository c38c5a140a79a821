package io.eventsec.core.sigma.pipeline.internal;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What may be asked of a field name. */
final class FieldConditions {
  static final Map<String, Function<Parameters, Predicate<FieldInRun>>> KINDS =
      SharedConditions.and(
          Map.of(
              "include_fields",
              FieldConditions::include,
              "exclude_fields",
              parameters -> include(parameters).negate()));

  private FieldConditions() {}

  private static Predicate<FieldInRun> include(Parameters parameters) {
    List<String> fields = parameters.neededTexts("fields");
    if (parameters.choice("mode", List.of("plain", "re")).equals("plain")) {
      Set<String> names = Set.copyOf(fields);
      return field -> names.contains(field.name());
    }
    List<Pattern> patterns =
        fields.stream().map(regex -> parameters.regex("fields", regex)).toList();
    return field ->
        patterns.stream().anyMatch(pattern -> pattern.matcher(field.name()).lookingAt());
  }
}
