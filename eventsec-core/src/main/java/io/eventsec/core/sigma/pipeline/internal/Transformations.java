package io.eventsec.core.sigma.pipeline.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The transformations there are, each with what reads its parameters. */
final class Transformations {
  static final Map<String, Function<Parameters, Transformation>> KINDS = kinds();

  private static final String FROM_OUTSIDE =
      "a pipeline reads nothing from elsewhere; write the values below 'vars'";

  /** Those of pySigma that mean nothing here, and why. */
  static final Map<String, String> REFUSED =
      Map.of(
          "file_placeholders",
          FROM_OUTSIDE,
          "http_placeholders",
          FROM_OUTSIDE,
          "command_placeholders",
          FROM_OUTSIDE,
          "query_expression_placeholders",
          "it makes a part of a query of another system, and rules are no queries here",
          "field_name_transform",
          "it calls a function in Python; write 'field_name_mapping' or 'field_name_prefix'",
          "strict_field_mapping_failure",
          "no record is kept of fields that were mapped; write 'detection_item_failure' with"
              + " 'exclude_fields'");

  private Transformations() {}

  private static Map<String, Function<Parameters, Transformation>> kinds() {
    Map<String, Function<Parameters, Transformation>> kinds = new HashMap<>();
    kinds.putAll(FieldTransformations.KINDS);
    kinds.putAll(ValueTransformations.KINDS);
    kinds.putAll(RuleTransformations.KINDS);
    return Map.copyOf(kinds);
  }
}
