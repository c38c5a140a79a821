package io.eventsec.core.sigma.pipeline;

import io.eventsec.core.sigma.SigmaProblem;
import java.util.List;
import java.util.Optional;

/**
 * What one text held.
 *
 * @param pipeline the pipeline, if it is sound
 * @param problems what is wrong, in the order of the text; empty if the pipeline is there
 */
public record PipelineDocument(Optional<SigmaPipeline> pipeline, List<SigmaProblem> problems) {
  /** Copies the list. */
  public PipelineDocument {
    problems = List.copyOf(problems);
  }
}
