package io.eventsec.core.correlate;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.internal.CompiledPlans;
import io.eventsec.core.correlate.internal.CorrelationPlan;
import io.eventsec.core.correlate.internal.PlanCompiler;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaProblem;
import java.time.Duration;
import java.util.List;

/** Correlations whose references are resolved. Immutable and shared by any number of threads. */
public final class CorrelationRules {
  /** No correlations. */
  public static final CorrelationRules NONE = compile(LoadedRules.NONE);

  private final CompiledPlans plans;
  private final List<SigmaCorrelation> correlations;

  private CorrelationRules(CompiledPlans plans) {
    this.plans = plans;
    this.correlations = plans.plans().stream().map(CorrelationPlan::rule).toList();
  }

  /**
   * Resolves what correlations refer to, by id or name. One that refers to what is not loaded, or
   * to itself in the end, does not run, and takes those with it that refer to it; {@link
   * LoadedRules#unresolved()} says which.
   */
  public static CorrelationRules compile(LoadedRules loaded) {
    return new CorrelationRules(PlanCompiler.compile(loaded));
  }

  /** The correlations that run, each behind those that it refers to. */
  public List<SigmaCorrelation> correlations() {
    return correlations;
  }

  /** Why others do not run, besides what {@link LoadedRules#unresolved()} says. */
  public List<SigmaProblem> problems() {
    return plans.problems();
  }

  /**
   * True if a rule or correlation raises alerts of its own: if none refers to it, or one that does
   * says {@code generate: true}.
   */
  public boolean raisesAlerts(RuleRef rule) {
    return !plans.silent().contains(rule.id());
  }

  /** True if a correlation that runs refers to that rule: its events have to be added. */
  public boolean needs(RuleRef rule) {
    return plans.references().containsKey(rule.id());
  }

  /** The ids of the correlations that run and refer to that rule. */
  public List<String> over(String ruleId) {
    return plans.referrers().getOrDefault(ruleId, List.of());
  }

  /** True if a correlation that runs counts events, not only what other correlations find. */
  public boolean takesEvents(String correlationId) {
    return plans.referrers().values().stream().anyMatch(ids -> ids.contains(correlationId));
  }

  /**
   * How much earlier than the event that a firing ends with the events may have happened that it is
   * about: the timespans of all of them together.
   */
  public Duration timespans() {
    return correlations.stream()
        .map(SigmaCorrelation::timespan)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * How much earlier than an event the others may have happened that decide whether a firing of it
   * is the first of its episode: {@link #timespans} and how long each has to be quiet. An episode
   * that has gone on for longer is not known to have begun before.
   */
  public Duration reach(CorrelatorOptions options) {
    return plans.plans().stream()
        .map(plan -> plan.quiet(options))
        .reduce(timespans(), Duration::plus);
  }

  CompiledPlans plans() {
    return plans;
  }
}
