package io.eventsec.core.sigma.pipeline;

import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaRule;
import java.util.List;
import java.util.Optional;

/**
 * What pipelines made of a rule.
 *
 * @param rule the rule to run; empty if a pipeline refused it or it can't be run as it is now
 * @param problems why it is not there; empty if it is
 */
public record PipelineResult(Optional<SigmaRule> rule, List<SigmaProblem> problems) {
  /** Copies the list. */
  public PipelineResult {
    problems = List.copyOf(problems);
  }
}
