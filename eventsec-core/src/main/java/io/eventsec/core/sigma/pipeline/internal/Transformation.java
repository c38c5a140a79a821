package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.internal.RuleFault;

/** What a processing item does. Immutable. */
sealed interface Transformation {

  /** Something done to the rule as a whole; conditions on items and fields mean nothing to it. */
  non-sealed interface OfRule extends Transformation {
    /**
     * Changes the rule of the run.
     *
     * @throws RuleFault if the rule can't be run then
     */
    void apply(RuleRun run) throws RuleFault;
  }

  /** Something done to each detection item on which the conditions hold. */
  non-sealed interface OfItems extends Transformation, DetectionRewriter.Change {}
}
