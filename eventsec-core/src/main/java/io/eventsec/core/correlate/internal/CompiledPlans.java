package io.eventsec.core.correlate.internal;

import io.eventsec.core.sigma.SigmaProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Correlations that refer to what is there.
 *
 * @param plans each behind those that it refers to
 * @param references by id of a rule: the correlations that refer to it
 * @param referrers by id of a rule: the ids of those correlations
 * @param silent ids of rules and correlations that raise no alerts of their own, because all
 *     correlations that refer to them leave {@code generate} off
 * @param problems why the others do not run, besides what {@code LoadedRules} says
 */
public record CompiledPlans(
    List<CorrelationPlan> plans,
    Map<String, List<RuleReference>> references,
    Map<String, List<String>> referrers,
    Set<String> silent,
    List<SigmaProblem> problems) {
  /** Copies the collections. */
  public CompiledPlans {
    plans = List.copyOf(plans);
    references = Map.copyOf(references);
    referrers = Map.copyOf(referrers);
    silent = Set.copyOf(silent);
    problems = List.copyOf(problems);
  }

  CompiledPlans(
      List<CorrelationPlan> plans,
      Map<String, List<RuleReference>> references,
      Set<String> silent,
      List<SigmaProblem> problems) {
    this(plans, references, referrers(references), silent, problems);
  }

  private static Map<String, List<String>> referrers(Map<String, List<RuleReference>> references) {
    Map<String, List<String>> referrers = new HashMap<>();
    references.forEach(
        (rule, all) ->
            referrers.put(
                rule, all.stream().map(one -> one.plan().rule().ref().id()).distinct().toList()));
    return referrers;
  }
}
