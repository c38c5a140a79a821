package io.eventsec.core.ruletest;

import io.eventsec.core.sigma.SigmaProblem;
import java.util.List;

/**
 * What the tests of one rule are.
 *
 * @param cases in the order of the file, those that must match first
 * @param problems what is wrong with the file
 */
public record RuleTestFile(List<RuleTestCase> cases, List<SigmaProblem> problems) {
  /** Copies the lists. */
  public RuleTestFile {
    cases = List.copyOf(cases);
    problems = List.copyOf(problems);
  }
}
