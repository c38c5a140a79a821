package io.eventsec.core.pipeline;

import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.policy.RulePolicies;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.Suppression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs rules as each tenant wants them. */
final class RuleDetection implements Detection {
  private final DetectionEngine engine;
  private final CorrelationRules correlations;
  private final RulePolicies policies;
  private final Map<String, Suppression> suppressions = new HashMap<>();

  RuleDetection(DetectionEngine engine, CorrelationRules correlations, RulePolicies policies) {
    this.engine = engine;
    this.correlations = correlations;
    this.policies = policies;
    for (SigmaRule rule : engine.rules()) {
      rule.suppression().ifPresent(found -> suppressions.put(rule.ref().id(), found));
    }
  }

  @Override
  public Judgement judge(Event event) {
    List<Match> matches = engine.process(event);
    if (matches.isEmpty()) {
      return Judgement.NONE;
    }
    Judging judging = new Judging(event, policies.of(event.tenant()), correlations, suppressions);
    matches.forEach(judging::look);
    return judging.judgement();
  }

  @Override
  public CorrelationRules correlations() {
    return correlations;
  }

  @Override
  public RulePolicies policies() {
    return policies;
  }
}
