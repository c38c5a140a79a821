package io.eventsec.core.sigma;

import java.util.List;

/**
 * What one text held.
 *
 * @param rules the rules that are sound, in the order of the text
 * @param correlations the correlations that are sound by themselves, in the order of the text
 * @param filters the filters that are sound, in the order of the text
 * @param problems what is wrong with the others, in the order of the text
 */
public record SigmaDocument(
    List<SigmaRule> rules,
    List<SigmaCorrelation> correlations,
    List<SigmaFilter> filters,
    List<SigmaProblem> problems) {
  /** Copies the lists. */
  public SigmaDocument {
    rules = List.copyOf(rules);
    correlations = List.copyOf(correlations);
    filters = List.copyOf(filters);
    problems = List.copyOf(problems);
  }

  /** A text that could not be read at all. */
  static SigmaDocument unreadable(SigmaProblem problem) {
    return new SigmaDocument(List.of(), List.of(), List.of(), List.of(problem));
  }
}
