package io.eventsec.core.pipeline;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.coverage.RulesInForce;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.policy.TenantPolicy;
import io.eventsec.core.sigma.RuleNames;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaMetadata;
import io.eventsec.core.sigma.SigmaRule;
import java.util.ArrayList;
import java.util.List;

/** Finds the rules that run for a tenant, and the correlations that all they count runs for. */
final class RulesRunning {
  private final TenantPolicy policy;
  private final List<RuleRef> running = new ArrayList<>();
  private final RuleNames stopped = new RuleNames();

  private RulesRunning(TenantPolicy policy) {
    this.policy = policy;
  }

  static RulesInForce of(
      DetectionEngine engine, CorrelationRules correlations, TenantPolicy policy) {
    RulesRunning rules = new RulesRunning(policy);
    for (SigmaRule rule : engine.rules()) {
      rules.add(rule.ref(), rule.metadata(), List.of());
    }
    // Each comes behind those that it refers to.
    for (SigmaCorrelation rule : correlations.correlations()) {
      rules.add(rule.ref(), rule.metadata(), rule.rules());
    }
    return RulesInForce.of(rules.running);
  }

  private void add(RuleRef rule, SigmaMetadata metadata, List<String> counted) {
    if (policy.runs(rule.id()) && !stopped.containsAnyOf(counted)) {
      running.add(rule);
    } else {
      stopped.add(rule, metadata);
    }
  }
}
