package io.eventsec.core.sigma;

import java.util.List;

/**
 * What one text held.
 *
 * @param rules the rules that are sound, in the order of the text
 * @param problems what is wrong with the others, in the order of the text
 */
public record SigmaDocument(List<SigmaRule> rules, List<SigmaProblem> problems) {
  /** Copies the lists. */
  public SigmaDocument {
    rules = List.copyOf(rules);
    problems = List.copyOf(problems);
  }
}
