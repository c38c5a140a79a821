package io.eventsec.core.sigma.pipeline;

import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.pipeline.internal.PipelineDefinition;
import java.util.List;
import java.util.Map;

/** A sound processing pipeline. Immutable; made by {@link PipelineReader}. */
public final class SigmaPipeline {
  private final PipelineDefinition definition;

  SigmaPipeline(PipelineDefinition definition) {
    this.definition = definition;
  }

  /** Its name; that of its text if it has none. */
  public String name() {
    return definition.name();
  }

  /** Of several pipelines the one with the lower priority runs first; 0 if it doesn't say. */
  public int priority() {
    return definition.priority();
  }

  /** Its {@code vars}: the values of placeholders. */
  public Map<String, List<Scalar>> variables() {
    return definition.variables();
  }

  PipelineDefinition definition() {
    return definition;
  }

  @Override
  public String toString() {
    return "SigmaPipeline['" + name() + "', priority " + priority() + ']';
  }
}
