package io.eventsec.core.pipeline;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.detect.DetectionEngine;
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
 */
public record RuleCatalogue(
    LoadedRules loaded,
    CorrelationRules correlations,
    Function<List<SigmaRule>, DetectionEngine> engines) {

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
        engines.apply(List.of(rule)),
        CorrelationRules.NONE,
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
        engines.apply(rules),
        CorrelationRules.compile(part),
        correlations.raisesAlerts(correlation.ref()));
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
