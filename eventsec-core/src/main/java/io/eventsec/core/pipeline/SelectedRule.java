package io.eventsec.core.pipeline;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.CorrelationRules;

/**
 * A rule or correlation with what it needs and nothing else.
 *
 * @param ref which
 * @param detection it, or the rules that it refers to in the end and it over them
 * @param raisesAlerts whether it raises alerts of its own
 */
record SelectedRule(RuleRef ref, Detection detection, boolean raisesAlerts) {
  boolean isCorrelation() {
    return !correlations().correlations().isEmpty();
  }

  /** It and those that it refers to; none if it is a rule over single events. */
  CorrelationRules correlations() {
    return detection.correlations();
  }
}
