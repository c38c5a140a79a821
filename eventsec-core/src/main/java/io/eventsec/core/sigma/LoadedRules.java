package io.eventsec.core.sigma;

import io.eventsec.core.sigma.internal.CorrelationReferences;
import io.eventsec.core.sigma.internal.FilterApplication;
import io.eventsec.core.sigma.internal.UniqueIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rules from several texts, with the filters that are about them taken up.
 *
 * @param rules the sound ones, no two with one id
 * @param correlations the sound ones, no two with one id; what they refer to may be missing as long
 *     as more can be added ({@link #unresolved()})
 * @param filters the sound ones, no two with one id
 * @param problems everything that is wrong; one bad rule takes no other with it
 */
public record LoadedRules(
    List<SigmaRule> rules,
    List<SigmaCorrelation> correlations,
    List<SigmaFilter> filters,
    List<SigmaProblem> problems) {
  /** No rules. */
  public static final LoadedRules NONE =
      new LoadedRules(List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public LoadedRules {
    rules = List.copyOf(rules);
    correlations = List.copyOf(correlations);
    filters = List.copyOf(filters);
    problems = List.copyOf(problems);
  }

  /** Joins documents; of two things with one id the first stays and the second is a problem. */
  public static LoadedRules of(Collection<SigmaDocument> documents) {
    List<SigmaProblem> problems = new ArrayList<>();
    UniqueIds ids = new UniqueIds(problems);
    List<SigmaRule> rules = new ArrayList<>();
    List<SigmaCorrelation> correlations = new ArrayList<>();
    List<SigmaFilter> filters = new ArrayList<>();
    for (SigmaDocument document : documents) {
      problems.addAll(document.problems());
      document.rules().stream()
          .filter(rule -> ids.isNew(rule.ref(), rule.metadata(), rule.origin()))
          .forEach(rules::add);
      document.correlations().stream()
          .filter(found -> ids.isNew(found.ref(), found.metadata(), found.origin()))
          .forEach(correlations::add);
      document.filters().stream()
          .filter(filter -> ids.isNew(filter.ref(), filter.metadata(), filter.origin()))
          .forEach(filters::add);
    }
    rules.replaceAll(rule -> FilterApplication.apply(filters, rule));
    return new LoadedRules(rules, correlations, filters, problems);
  }

  /**
   * These and those, with the filters of each on the rules of both; of two things with one id the
   * one here stays.
   */
  public LoadedRules and(LoadedRules more) {
    return of(List.of(document(), more.document()));
  }

  private SigmaDocument document() {
    return new SigmaDocument(rules, correlations, filters, problems);
  }

  /**
   * What correlations and filters refer to and is not here, and correlations that refer to
   * themselves in the end. To be asked when everything is loaded.
   */
  public List<SigmaProblem> unresolved() {
    return CorrelationReferences.problems(this);
  }

  /**
   * Everything that does not run, and why: {@link #problems} and what is {@link #unresolved}.
   * Compiling correlations may tell of more.
   */
  public List<SigmaProblem> leftOut() {
    return Stream.concat(problems.stream(), unresolved().stream()).toList();
  }
}
