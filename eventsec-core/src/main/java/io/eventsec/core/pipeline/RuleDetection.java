package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.coverage.RulesInForce;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.policy.RulePolicies;
import io.eventsec.core.policy.TenantPolicy;
import io.eventsec.core.risk.RiskModel;
import io.eventsec.core.risk.RiskOptions;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.Suppression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs rules as each tenant wants them, and those about alerts over the alerts. */
final class RuleDetection implements Detection {
  private final DetectionEngine engine;
  private final CorrelationRules correlations;
  private final RulePolicies policies;
  private final RiskModel risk;
  private final AlertRules alertRules;
  private final Map<String, Suppression> suppressions = new HashMap<>();
  private final Map<Tenant, RulesInForce> inForce = new ConcurrentHashMap<>();

  RuleDetection(
      DetectionEngine engine,
      CorrelationRules correlations,
      RulePolicies policies,
      RiskOptions options) {
    this.engine = engine;
    this.correlations = correlations;
    this.policies = policies;
    this.risk = RiskModel.of(options, engine.rules(), correlations.correlations());
    this.alertRules = new AlertRules(engine, risk);
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
    Judging judging = judging(event);
    matches.forEach(match -> judging.look(match, match.toAlert()));
    for (AlertMatches found : alertRules.judge(judging.raised())) {
      judging.add(found, judgeAlert(found));
    }
    return judging.judgement();
  }

  private Judging judgeAlert(AlertMatches found) {
    Judging judging = judging(found.event());
    found.matches().forEach(match -> judging.look(match, alert(match, found.alert())));
    return judging;
  }

  private Judging judging(Event event) {
    TenantPolicy policy = policies.of(event.tenant());
    return new Judging(event, policy, correlations, suppressions);
  }

  /** The evidence of an alert about an alert is what has happened, not what was said of it. */
  private static Alert alert(Match match, Alert about) {
    Alert alert = match.toAlert();
    return new Alert(
        alert.id(),
        alert.tenant(),
        alert.rule(),
        alert.title(),
        alert.severity(),
        alert.tags(),
        about.entities(),
        alert.matchedItems(),
        about.evidence());
  }

  @Override
  public CorrelationRules correlations() {
    return correlations;
  }

  @Override
  public RulesInForce inForce(Tenant tenant) {
    return inForce.computeIfAbsent(
        tenant, one -> RulesRunning.of(engine, correlations, policies.of(one)));
  }

  @Override
  public RulePolicies policies() {
    return policies;
  }

  @Override
  public RiskModel risk() {
    return risk;
  }
}
