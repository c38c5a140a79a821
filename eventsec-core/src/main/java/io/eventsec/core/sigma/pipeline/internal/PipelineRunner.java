package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.internal.RuleFault;
import io.eventsec.core.sigma.internal.TextDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs pipelines over rules. Immutable. */
public final class PipelineRunner {
  /** At the end every placeholder is filled for which there are values, whoever has them. */
  private static final PlaceholderChange FILL = PlaceholderChange.values(name -> true);

  private final List<PipelineDefinition> pipelines;
  private final Map<String, List<Scalar>> variables;

  /**
   * For these pipelines.
   *
   * @param pipelines in the order in which they run
   * @param values values of placeholders, which count before the pipelines' own
   */
  public PipelineRunner(List<PipelineDefinition> pipelines, Map<String, List<Scalar>> values) {
    this.pipelines = List.copyOf(pipelines);
    Map<String, List<Scalar>> all = new HashMap<>();
    pipelines.forEach(pipeline -> all.putAll(pipeline.variables()));
    all.putAll(values);
    this.variables = Map.copyOf(all);
  }

  /**
   * The rule as the pipelines make it; if it can't be run, nothing and a problem more.
   *
   * @param problems where the problem is put
   */
  public Optional<SigmaRule> run(SigmaRule rule, List<SigmaProblem> problems) {
    return run(rule, CorrelationFields.NONE, problems);
  }

  /**
   * The same, for a rule that correlations may refer to.
   *
   * @param correlations where the names are noted that their fields get in the rule's events
   */
  public Optional<SigmaRule> run(
      SigmaRule rule, CorrelationFields correlations, List<SigmaProblem> problems) {
    RuleRun run = new RuleRun(rule, correlations.asked(rule), variables);
    for (PipelineDefinition pipeline : pipelines) {
      for (ProcessingItem item : pipeline.items()) {
        try {
          item.apply(run);
        } catch (RuleFault e) {
          problems.add(
              problem(rule, "Pipeline '" + pipeline.name() + "': " + e.problem(), e.cure()));
          return Optional.empty();
        }
      }
    }
    correlations.note(rule, run.names());
    return filled(rule, run, problems);
  }

  /** The correlations with the names that were noted; one that has none is a problem. */
  public List<SigmaCorrelation> correlations(
      CorrelationFields correlations, List<SigmaProblem> problems) {
    return correlations.renamed(this::version, problems);
  }

  private Optional<SigmaRule> filled(SigmaRule rule, RuleRun run, List<SigmaProblem> problems) {
    try {
      if (!run.detection().placeholders().isEmpty()) {
        new ProcessingItem("", any -> true, any -> true, any -> true, FILL).apply(run);
      }
    } catch (RuleFault e) {
      problems.add(problem(rule, e.problem(), e.cure()));
      return Optional.empty();
    }
    Set<String> open = run.detection().placeholders();
    open.forEach(name -> problems.add(withoutValues(rule, name)));
    return open.isEmpty() ? Optional.of(result(rule, run)) : Optional.empty();
  }

  /** What is said about a rule makes no other version of it, for it finds the same. */
  private SigmaRule result(SigmaRule rule, RuleRun run) {
    boolean sayingTheSame = run.metadata().equals(rule.metadata());
    return run.isChanged() || !sayingTheSame
        ? new SigmaRule(
            run.isChanged() ? new RuleRef(rule.ref().id(), version(rule)) : rule.ref(),
            run.metadata(),
            run.logsource(),
            run.detection(),
            rule.origin(),
            rule.filters())
        : rule;
  }

  /** Another for another text of the rule, of any pipeline, or for other values. */
  private String version(SigmaRule rule) {
    StringBuilder text = new StringBuilder(rule.ref().version());
    digests(text);
    for (String name : rule.detection().placeholders()) {
      text.append('\n').append(name).append(' ').append(variables.get(name));
    }
    return TextDigest.of(text.toString());
  }

  private RuleRef version(RuleRef correlation) {
    StringBuilder text = new StringBuilder(correlation.version());
    digests(text);
    return new RuleRef(correlation.id(), TextDigest.of(text.toString()));
  }

  private void digests(StringBuilder text) {
    pipelines.forEach(pipeline -> text.append('\n').append(pipeline.digest()));
  }

  private static SigmaProblem withoutValues(SigmaRule rule, String name) {
    return problem(
        rule,
        "Placeholder '%" + name + "%' has no values",
        "Add 'vars: {" + name + ": [...]}' to a pipeline, or hand in a list of that name");
  }

  private static SigmaProblem problem(SigmaRule rule, String message, String cure) {
    return new SigmaProblem(rule.file(), rule.line(), 1, message, cure);
  }
}
