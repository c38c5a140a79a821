package io.eventsec.core.correlate.internal;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.RuleOrigin;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.ast.CorrelationCondition.Reached;
import io.eventsec.core.sigma.ast.CorrelationType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resolves what correlations refer to; one that cannot run takes those with it that need it. */
public final class PlanCompiler {
  private static final int MOST_RULES = Long.SIZE;
  private static final int MOST_IN_ORDER = 16;

  private final LoadedRules loaded;
  private final List<CorrelationPlan> plans = new ArrayList<>();
  private final Map<String, List<RuleReference>> references = new HashMap<>();
  private final Map<String, Optional<CorrelationPlan>> known = new HashMap<>();
  private final Set<String> silent = new HashSet<>();
  private final Set<String> loud = new HashSet<>();
  private final List<SigmaProblem> problems = new ArrayList<>();

  private PlanCompiler(LoadedRules loaded) {
    this.loaded = loaded;
  }

  /** Compiles all correlations. */
  public static CompiledPlans compile(LoadedRules loaded) {
    PlanCompiler compiler = new PlanCompiler(loaded);
    loaded.correlations().forEach(compiler::plan);
    compiler.silent.removeAll(compiler.loud);
    return new CompiledPlans(
        compiler.plans, compiler.references, compiler.silent, compiler.problems);
  }

  /** Empty if it cannot run, as long as it is not known whether it can, too: that is a circle. */
  private Optional<CorrelationPlan> plan(SigmaCorrelation rule) {
    String id = rule.ref().id();
    Optional<CorrelationPlan> before = known.putIfAbsent(id, Optional.empty());
    if (before != null) {
      return before;
    }
    List<Target> targets = new ArrayList<>();
    rule.rules().forEach(name -> target(name).ifPresent(targets::add));
    Optional<CorrelationPlan> plan =
        targets.size() == rule.rules().size() && canRun(rule, targets)
            ? Optional.of(join(rule, targets))
            : Optional.empty();
    known.put(id, plan);
    return plan;
  }

  /** What a name stands for; empty if it is not loaded or cannot run. */
  private Optional<Target> target(String name) {
    Optional<SigmaCorrelation> correlation =
        loaded.correlations().stream().filter(found -> found.isCalled(name)).findFirst();
    if (correlation.isPresent()) {
      return plan(correlation.get()).map(PlanTarget::new);
    }
    return loaded.rules().stream()
        .filter(rule -> rule.isCalled(name))
        .findFirst()
        .map(RuleTarget::new);
  }

  private boolean canRun(SigmaCorrelation rule, List<Target> targets) {
    int before = problems.size();
    int most = rule.type() == CorrelationType.TEMPORAL_ORDERED ? MOST_IN_ORDER : MOST_RULES;
    if (targets.size() > most) {
      problem(
          rule,
          "refers to " + targets.size() + " rules; " + most + " is the most",
          "Make several correlations of it, and one that refers to them");
    }
    if (rule.condition() instanceof Reached reached
        && Goal.highest(reached) >= Goal.MOST_VALUES
        && (rule.type() == CorrelationType.EVENT_COUNT
            || rule.type() == CorrelationType.VALUE_COUNT)) {
      problem(
          rule,
          "counts to "
              + (long) Goal.highest(reached)
              + "; "
              + (Goal.MOST_VALUES - 1)
              + " is the most",
          "Ask for less, within a shorter timespan");
    }
    Tuning.of(rule)
        .faults()
        .forEach(
            fault ->
                problem(rule, fault, "Write 'lateness: 10m' or 'quiet: 1h' below 'eventsec:'"));
    for (int i = 0; i < targets.size(); i++) {
      checkChain(rule, i, targets.get(i));
    }
    return problems.size() == before;
  }

  /** Of a correlation nothing is known but the values of its groups. */
  private void checkChain(SigmaCorrelation rule, int position, Target target) {
    if (target instanceof PlanTarget chain) {
      List<String> offered = chain.plan().rule().groupBy();
      Stream.concat(rule.groupBy().stream(), valueFields(rule).stream())
          .map(name -> field(rule, position, name))
          .filter(field -> !offered.contains(field))
          .forEach(
              field ->
                  problem(
                      rule,
                      "needs '"
                          + field
                          + "' of correlation '"
                          + chain.plan().rule().title()
                          + "', which is grouped by "
                          + offered,
                      "Add it to the group-by there, or name one of those by an alias"));
    }
  }

  private CorrelationPlan join(SigmaCorrelation rule, List<Target> targets) {
    CorrelationPlan plan = new CorrelationPlan(rule, plans.size(), fingerprint(rule, targets));
    plans.add(plan);
    for (int i = 0; i < targets.size(); i++) {
      refer(plan, i, targets.get(i));
      (rule.generate() ? loud : silent).add(targets.get(i).ref().id());
    }
    return plan;
  }

  private void refer(CorrelationPlan plan, int position, Target target) {
    SigmaCorrelation rule = plan.rule();
    List<String> groups = fields(rule, position, rule.groupBy());
    List<String> values = fields(rule, position, valueFields(rule));
    if (target instanceof PlanTarget chain) {
      List<String> offered = chain.plan().rule().groupBy();
      chain
          .plan()
          .addReader(
              new ChainReference(
                  plan,
                  position,
                  groups.stream().mapToInt(offered::indexOf).toArray(),
                  values.stream().mapToInt(offered::indexOf).toArray()));
    } else {
      references
          .computeIfAbsent(target.ref().id(), id -> new ArrayList<>())
          .add(new RuleReference(plan, position, groups, values));
    }
  }

  private static List<String> valueFields(SigmaCorrelation rule) {
    return rule.condition() instanceof Reached reached ? reached.fields() : List.of();
  }

  private static List<String> fields(SigmaCorrelation rule, int position, List<String> names) {
    return names.stream().map(name -> field(rule, position, name)).toList();
  }

  /** What a field or alias is called in the events of the rule at that position. */
  private static String field(SigmaCorrelation rule, int position, String name) {
    return rule.aliases()
        .getOrDefault(name, Map.of())
        .getOrDefault(rule.rules().get(position), name);
  }

  private static String fingerprint(SigmaCorrelation rule, List<Target> targets) {
    String text =
        targets.stream()
            .map(Target::fingerprint)
            .collect(
                Collectors.joining(" ", rule.ref().id() + ' ' + rule.ref().version() + ' ', ""));
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private void problem(SigmaCorrelation rule, String message, String cure) {
    RuleOrigin origin = rule.origin();
    problems.add(
        new SigmaProblem(
            origin.file(),
            origin.line(),
            1,
            "Correlation '" + rule.title() + "' " + message,
            cure));
  }

  /** What a correlation refers to. */
  private sealed interface Target {
    RuleRef ref();

    String fingerprint();
  }

  private record RuleTarget(SigmaRule rule) implements Target {
    @Override
    public RuleRef ref() {
      return rule.ref();
    }

    @Override
    public String fingerprint() {
      return rule.ref().id() + ' ' + rule.ref().version();
    }
  }

  private record PlanTarget(CorrelationPlan plan) implements Target {
    @Override
    public RuleRef ref() {
      return plan.rule().ref();
    }

    @Override
    public String fingerprint() {
      return plan.fingerprint();
    }
  }
}
