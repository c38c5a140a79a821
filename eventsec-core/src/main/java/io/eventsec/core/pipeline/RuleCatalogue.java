package io.eventsec.core.pipeline;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.policy.RulePolicies;
import io.eventsec.core.risk.RiskOptions;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Rules of which one can be taken out, with what it needs and nothing else. Immutable.
 *
 * @param loaded the rules, with placeholders filled
 * @param correlations those of {@code loaded}, compiled
 * @param engines makes an engine of some rules
 * @param policies what tenants have decided about the rules
 * @param risk what alerts count
 */
public record RuleCatalogue(
    LoadedRules loaded,
    CorrelationRules correlations,
    Function<List<SigmaRule>, DetectionEngine> engines,
    RulePolicies policies,
    RiskOptions risk) {

  /** About which nobody has decided anything; alerts count what is usual. */
  public RuleCatalogue(
      LoadedRules loaded,
      CorrelationRules correlations,
      Function<List<SigmaRule>, DetectionEngine> engines) {
    this(loaded, correlations, engines, RulePolicies.NONE, RiskOptions.DEFAULT);
  }

  /**
   * True if a rule or correlation is about alerts in the end: what it is about is what all other
   * rules find, so it cannot be run by itself.
   */
  public boolean isOfAlerts(RuleRef ref) {
    return loaded.rules().stream()
            .anyMatch(rule -> rule.ref().equals(ref) && rule.logsource().isOfAlerts())
        || loaded.correlations().stream()
            .filter(one -> one.ref().equals(ref))
            .anyMatch(this::countsAlerts);
  }

  private boolean countsAlerts(SigmaCorrelation correlation) {
    Set<SigmaCorrelation> needed = new LinkedHashSet<>();
    collect(correlation, needed);
    return loaded.rules().stream()
        .filter(rule -> rule.logsource().isOfAlerts())
        .anyMatch(rule -> needed.stream().anyMatch(one -> refers(one, rule)));
  }

  /** A rule or correlation by itself; empty if that version of it does not run. */
  Optional<SelectedRule> select(RuleRef ref) {
    Optional<SigmaRule> rule =
        loaded.rules().stream().filter(one -> one.ref().equals(ref)).findFirst();
    if (rule.isPresent()) {
      return rule.map(this::single);
    }
    return correlations.correlations().stream()
        .filter(one -> one.ref().equals(ref))
        .findFirst()
        .map(this::correlation);
  }

  private SelectedRule single(SigmaRule rule) {
    return new SelectedRule(
        rule.ref(),
        detection(List.of(rule), CorrelationRules.NONE),
        correlations.raisesAlerts(rule.ref()));
  }

  private SelectedRule correlation(SigmaCorrelation correlation) {
    Set<SigmaCorrelation> needed = new LinkedHashSet<>();
    collect(correlation, needed);
    List<SigmaRule> rules =
        loaded.rules().stream()
            .filter(rule -> needed.stream().anyMatch(one -> refers(one, rule)))
            .toList();
    LoadedRules part =
        new LoadedRules(
            rules,
            loaded.correlations().stream().filter(needed::contains).toList(),
            List.of(),
            List.of());
    return new SelectedRule(
        correlation.ref(),
        detection(rules, CorrelationRules.compile(part)),
        correlations.raisesAlerts(correlation.ref()));
  }

  private Detection detection(List<SigmaRule> rules, CorrelationRules over) {
    return Detection.of(engines.apply(rules), over, policies, risk);
  }

  /**
   * It and all that it refers to; more than that if two have one name, as long as all are there.
   */
  private void collect(SigmaCorrelation correlation, Set<SigmaCorrelation> needed) {
    if (needed.add(correlation)) {
      loaded.correlations().stream()
          .filter(other -> correlation.rules().stream().anyMatch(other::isCalled))
          .forEach(other -> collect(other, needed));
    }
  }

  private static boolean refers(SigmaCorrelation correlation, SigmaRule rule) {
    return correlation.rules().stream().anyMatch(rule::isCalled);
  }
}
