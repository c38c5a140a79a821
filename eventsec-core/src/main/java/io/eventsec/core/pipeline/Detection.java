package io.eventsec.core.pipeline;

import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.coverage.RulesInForce;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.policy.RulePolicies;
import io.eventsec.core.risk.RiskModel;
import io.eventsec.core.risk.RiskOptions;

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

  /** What alerts count; always the same object. */
  default RiskModel risk() {
    return RiskModel.DEFAULT;
  }

  /**
   * The rules and correlations that a tenant's events are judged by. Asked once for each source of
   * a step, so it should be at hand; always the same of one object, since it is told of all that
   * {@link #judge} has judged.
   */
  default RulesInForce inForce(Tenant tenant) {
    return RulesInForce.NONE;
  }

  /**
   * The rules of an engine, and correlations over them, for everybody; alerts count what is usual.
   */
  static Detection of(DetectionEngine engine, CorrelationRules correlations) {
    return of(engine, correlations, RulePolicies.NONE);
  }

  /**
   * The rules of an engine, and correlations over them, as each tenant wants them; alerts count
   * what is usual.
   */
  static Detection of(
      DetectionEngine engine, CorrelationRules correlations, RulePolicies policies) {
    return of(engine, correlations, policies, RiskOptions.DEFAULT);
  }

  /**
   * The rules of an engine, and correlations over them.
   *
   * @param policies what tenants have decided about them
   * @param risk what alerts count
   */
  static Detection of(
      DetectionEngine engine,
      CorrelationRules correlations,
      RulePolicies policies,
      RiskOptions risk) {
    return new RuleDetection(engine, correlations, policies, risk);
  }
}
