package io.eventsec.core.sigma;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules from several texts.
 *
 * @param rules the sound ones, no two with one id
 * @param problems everything that is wrong; one bad rule takes no other with it
 */
public record LoadedRules(List<SigmaRule> rules, List<SigmaProblem> problems) {
  /** Copies the lists. */
  public LoadedRules {
    rules = List.copyOf(rules);
    problems = List.copyOf(problems);
  }

  /** Joins documents; of two rules with one id the first stays and the second is a problem. */
  public static LoadedRules of(Collection<SigmaDocument> documents) {
    Map<String, SigmaRule> byId = new HashMap<>();
    List<SigmaRule> rules = new ArrayList<>();
    List<SigmaProblem> problems = new ArrayList<>();
    for (SigmaDocument document : documents) {
      problems.addAll(document.problems());
      for (SigmaRule rule : document.rules()) {
        SigmaRule first = byId.putIfAbsent(rule.ref().id(), rule);
        if (first == null) {
          rules.add(rule);
        } else {
          problems.add(repeated(rule, first));
        }
      }
    }
    return new LoadedRules(rules, problems);
  }

  /** These and those; of two rules with one id the one here stays. */
  public LoadedRules and(LoadedRules more) {
    return of(
        List.of(new SigmaDocument(rules, problems), new SigmaDocument(more.rules, more.problems)));
  }

  private static SigmaProblem repeated(SigmaRule rule, SigmaRule first) {
    return new SigmaProblem(
        rule.file(),
        rule.line(),
        1,
        "Rule id "
            + rule.ref().id()
            + " is used already by '"
            + first.title()
            + "' in "
            + first.file(),
        "Give this rule an id of its own");
  }
}
