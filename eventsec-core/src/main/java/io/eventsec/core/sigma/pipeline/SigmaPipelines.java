package io.eventsec.core.sigma.pipeline;

import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.pipeline.internal.CorrelationFields;
import io.eventsec.core.sigma.pipeline.internal.PipelineRunner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pipelines in the order in which they run, and lists of values for placeholders. Immutable and
 * shared by any number of threads.
 *
 * <p>Whoever compiles rules applies pipelines first, {@link #NONE} if there are none: a rule whose
 * placeholders have no values must not be compiled, and here it becomes a problem.
 *
 * <p>A rule keeps its id. If a pipeline changed what it looks for, its version becomes another,
 * made of the old version, the pipelines' texts and the values of its placeholders. Its source
 * stays what its author wrote.
 */
public final class SigmaPipelines {
  /** No pipeline: rules come out as they went in, but for those with placeholders. */
  public static final SigmaPipelines NONE = new SigmaPipelines(List.of(), Map.of());

  private final List<SigmaPipeline> pipelines;
  private final Map<String, List<Scalar>> values;
  private final PipelineRunner runner;

  private SigmaPipelines(List<SigmaPipeline> pipelines, Map<String, List<Scalar>> values) {
    this.pipelines = pipelines;
    this.values = values;
    this.runner =
        new PipelineRunner(pipelines.stream().map(SigmaPipeline::definition).toList(), values);
  }

  /** Pipelines, which run by priority, and in the order given where they have the same. */
  public static SigmaPipelines of(Collection<SigmaPipeline> pipelines) {
    return new SigmaPipelines(
        pipelines.stream().sorted(Comparator.comparingInt(SigmaPipeline::priority)).toList(),
        Map.of());
  }

  /**
   * The same with values for placeholders, which count before those of the pipelines' {@code vars}.
   *
   * @param lists the values by the placeholder's name without percent signs; wildcards in them work
   *     as they do in a rule
   */
  public SigmaPipelines withValues(Map<String, List<String>> lists) {
    Map<String, List<Scalar>> more = new LinkedHashMap<>(values);
    lists.forEach(
        (name, texts) -> more.put(name, texts.stream().map(text -> new Scalar(text)).toList()));
    return new SigmaPipelines(pipelines, more);
  }

  /** Runs them over one rule. */
  public PipelineResult apply(SigmaRule rule) {
    List<SigmaProblem> problems = new ArrayList<>();
    return new PipelineResult(runner.run(rule, problems), problems);
  }

  /**
   * Runs them over every rule; problems with rules come after those that were there. Correlations
   * follow the rules that they refer to: a field that has another name in a rule's events by then
   * gets an alias for that rule.
   */
  public LoadedRules apply(LoadedRules loaded) {
    List<SigmaRule> rules = new ArrayList<>();
    List<SigmaProblem> problems = new ArrayList<>(loaded.problems());
    CorrelationFields fields = new CorrelationFields(loaded.correlations());
    loaded.rules().forEach(rule -> runner.run(rule, fields, problems).ifPresent(rules::add));
    return new LoadedRules(
        rules, runner.correlations(fields, problems), loaded.filters(), problems);
  }
}
