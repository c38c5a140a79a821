package io.eventsec.core.sigma.pipeline.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The transformations there are, each with what reads its parameters. */
final class Transformations {
  static final Map<String, Function<Parameters, Transformation>> KINDS = kinds();

  private Transformations() {}

  private static Map<String, Function<Parameters, Transformation>> kinds() {
    Map<String, Function<Parameters, Transformation>> kinds = new HashMap<>();
    kinds.putAll(FieldTransformations.KINDS);
    kinds.putAll(ValueTransformations.KINDS);
    kinds.putAll(RuleTransformations.KINDS);
    return Map.copyOf(kinds);
  }
}
