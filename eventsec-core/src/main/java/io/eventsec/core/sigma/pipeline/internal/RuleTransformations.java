package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.SigmaMetadata;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.internal.Problems;
import io.eventsec.core.sigma.internal.RuleFault;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Transformations of the rule as a whole, and refusals. */
final class RuleTransformations {
  static final Map<String, Function<Parameters, Transformation>> KINDS =
      Map.of(
          "add_condition", AddedCondition::of,
          "add_field", RuleTransformations::addField,
          "remove_field", RuleTransformations::removeField,
          "set_field", RuleTransformations::setFields,
          "set_custom_attribute", RuleTransformations::setCustomAttribute,
          "change_logsource", RuleTransformations::changeLogsource,
          "set_state", RuleTransformations::setState,
          "rule_failure", RuleTransformations::ruleFailure,
          "detection_item_failure", RuleTransformations::itemFailure);

  private static final String FAILURE_CURE = "Leave the rule or the pipeline out, or change one";

  private RuleTransformations() {}

  private static Transformation.OfRule changeLogsource(Parameters parameters) {
    LogsourcePattern pattern = LogsourcePattern.of(parameters);
    return run -> run.change(pattern.named());
  }

  private static Transformation.OfRule addField(Parameters parameters) {
    List<String> added = parameters.neededTexts("field");
    return run ->
        run.changeFields(
            fields -> Stream.concat(fields.stream(), added.stream()).distinct().toList());
  }

  private static Transformation.OfRule removeField(Parameters parameters) {
    Set<String> removed = Set.copyOf(parameters.neededTexts("field"));
    return run ->
        run.changeFields(
            fields -> fields.stream().filter(field -> !removed.contains(field)).toList());
  }

  private static Transformation.OfRule setFields(Parameters parameters) {
    List<String> fields = parameters.neededTexts("fields");
    return run -> run.changeFields(before -> fields);
  }

  /** What a rule says to EVENTSEC alone is checked where it is read, and not to be had so. */
  private static Transformation.OfRule setCustomAttribute(Parameters parameters) {
    String attribute = parameters.text("attribute");
    Scalar value = parameters.scalar("value");
    if (SigmaMetadata.isKnown(attribute)) {
      parameters.wrong(
          "attribute",
          Problems.shown(attribute) + " is an attribute with a meaning of its own",
          "Use another name");
    }
    return run ->
        run.change(
            run.metadata().withCustom(attribute, Objects.requireNonNullElse(value.value(), "")));
  }

  private static Transformation.OfRule setState(Parameters parameters) {
    String key = parameters.text("key");
    String value = parameters.scalar("val").text();
    return run -> run.state().put(key, value);
  }

  private static Transformation.OfRule ruleFailure(Parameters parameters) {
    String message = parameters.text("message");
    return run -> {
      throw new RuleFault(message, FAILURE_CURE);
    };
  }

  private static Transformation.OfItems itemFailure(Parameters parameters) {
    String message = parameters.text("message");
    return (item, step) -> {
      throw new RuleFault(message + " (field '" + item.item().field() + "')", FAILURE_CURE);
    };
  }
}
