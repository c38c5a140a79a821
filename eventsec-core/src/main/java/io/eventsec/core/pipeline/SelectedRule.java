package io.eventsec.core.pipeline;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.detect.DetectionEngine;

/**
 * A rule or correlation with what it needs and nothing else.
 *
 * @param ref which
 * @param engine it, or the rules that it refers to in the end
 * @param correlations it and those that it refers to; none if it is a rule over single events
 * @param raisesAlerts whether it raises alerts of its own
 */
record SelectedRule(
    RuleRef ref, DetectionEngine engine, CorrelationRules correlations, boolean raisesAlerts) {
  boolean isCorrelation() {
    return !correlations.correlations().isEmpty();
  }
}
