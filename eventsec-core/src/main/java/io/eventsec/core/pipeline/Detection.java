package io.eventsec.core.pipeline;

import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.event.Event;
import io.eventsec.core.policy.RulePolicies;

/**
 * Looks at one event and says what is found in it. Deterministic: the same event always raises
 * alerts with the same ids. Implementations are safe to share between threads.
 */
@FunctionalInterface
public interface Detection {

  /** What is found; nothing for nearly every event. */
  Judgement judge(Event event);

  /** The correlations over the matches that it finds; always the same object. */
  default CorrelationRules correlations() {
    return CorrelationRules.NONE;
  }

  /** What tenants have decided about the rules. */
  default RulePolicies policies() {
    return RulePolicies.NONE;
  }

  /** The rules of an engine, and correlations over them, for everybody. */
  static Detection of(DetectionEngine engine, CorrelationRules correlations) {
    return of(engine, correlations, RulePolicies.NONE);
  }

  /** The rules of an engine, and correlations over them, as each tenant wants them. */
  static Detection of(
      DetectionEngine engine, CorrelationRules correlations, RulePolicies policies) {
    return new RuleDetection(engine, correlations, policies);
  }
}
