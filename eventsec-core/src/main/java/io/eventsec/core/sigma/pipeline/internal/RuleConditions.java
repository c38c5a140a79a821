package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.event.Severity;
import io.eventsec.core.sigma.ast.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What may be asked of a rule. */
final class RuleConditions {
  static final Map<String, Function<Parameters, Predicate<RuleRun>>> KINDS =
      SharedConditions.and(
          Map.of(
              "logsource", RuleConditions::logsource,
              "contains_detection_item", RuleConditions::containsItem,
              "contains_field", RuleConditions::containsField,
              "rule_attribute", RuleConditions::attribute,
              "tag", RuleConditions::tag,
              "is_sigma_rule", parameters -> run -> true,
              "is_sigma_correlation_rule", parameters -> run -> false));

  private RuleConditions() {}

  private static Predicate<RuleRun> logsource(Parameters parameters) {
    LogsourcePattern pattern = LogsourcePattern.of(parameters);
    return run -> pattern.agrees(run.logsource());
  }

  private static Predicate<RuleRun> containsItem(Parameters parameters) {
    String field = parameters.text("field");
    Scalar value = parameters.scalar("value");
    return run ->
        run.detection()
            .items()
            .filter(item -> item.field().equals(field))
            .flatMap(item -> item.values().stream())
            .flatMap(found -> found.alternatives().stream())
            .anyMatch(found -> found.text().equals(value.text()));
  }

  private static Predicate<RuleRun> containsField(Parameters parameters) {
    String field = parameters.text("field");
    return run -> run.detection().items().anyMatch(item -> item.field().equals(field));
  }

  private static Predicate<RuleRun> tag(Parameters parameters) {
    String tag = parameters.text("tag");
    return run -> run.metadata().list("tags").contains(tag);
  }

  private static Predicate<RuleRun> attribute(Parameters parameters) {
    String attribute = parameters.text("attribute");
    Comparison comparison = Comparison.of(parameters, "value");
    if (attribute.equals("level")) {
      return level(parameters, comparison);
    }
    return run -> comparison.holds(values(run, attribute));
  }

  /** Levels are compared by their weight. */
  private static Predicate<RuleRun> level(Parameters parameters, Comparison comparison) {
    List<Optional<Severity>> wanted =
        comparison.wanted().stream().map(Severity::ofSigmaName).toList();
    if (wanted.stream().anyMatch(Optional::isEmpty)) {
      parameters.wrong(
          "value", "That is no level", "Write informational, low, medium, high or critical");
    }
    List<String> weights =
        wanted.stream().flatMap(Optional::stream).map(RuleConditions::weight).toList();
    Comparison byWeight = new Comparison(comparison.operator(), weights);
    return run -> byWeight.holds(weight(run.metadata().level()));
  }

  private static String weight(Severity level) {
    return Integer.toString(level.ordinal());
  }

  private static List<String> values(RuleRun run, String attribute) {
    if (attribute.equals("title")) {
      return List.of(run.metadata().title());
    }
    if (attribute.equals("id")) {
      return List.of(run.id());
    }
    Object custom = run.metadata().custom().get(attribute);
    if (custom != null) {
      return List.of(custom.toString());
    }
    return run.metadata()
        .text(attribute)
        .map(List::of)
        .orElseGet(() -> run.metadata().list(attribute));
  }
}
