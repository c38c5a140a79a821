package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.internal.RuleFault;
import java.util.Map;
import java.util.function.Function;

/** Transformations of the rule as a whole, and refusals. */
final class RuleTransformations {
  static final Map<String, Function<Parameters, Transformation>> KINDS =
      Map.of(
          "add_condition", AddedCondition::of,
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
