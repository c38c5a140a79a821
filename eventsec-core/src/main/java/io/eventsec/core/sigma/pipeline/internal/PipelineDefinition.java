package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.Scalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pipeline's text says.
 *
 * @param name its name
 * @param priority the lower runs first
 * @param variables the values of placeholders
 * @param items what is done to a rule, in this order
 * @param digest tells its text from others
 */
public record PipelineDefinition(
    String name,
    int priority,
    Map<String, List<Scalar>> variables,
    List<ProcessingItem> items,
    String digest) {
  /** Copies the collections. */
  public PipelineDefinition {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    items = List.copyOf(items);
  }
}
