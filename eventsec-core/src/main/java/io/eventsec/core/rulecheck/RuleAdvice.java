package io.eventsec.core.rulecheck;

import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What could be better about sound rules: ids that are no UUIDs, tags that mean nothing, fields
 * that the taxonomy of the rule's logsource does not know, and conditions that no event can be
 * spared.
 */
public final class RuleAdvice {
  private final List<SigmaProblem> advice = new ArrayList<>();

  private RuleAdvice() {}

  /**
   * Advice about each rule, in the order of the rules.
   *
   * @param loaded rules without open placeholders
   */
  public static List<SigmaProblem> of(LoadedRules loaded) {
    RuleAdvice made = new RuleAdvice();
    Collection<SigmaRule> always = DetectionEngine.compile(loaded.rules()).rulesTriedOnEveryEvent();
    for (SigmaRule rule : loaded.rules()) {
      made.checkId(rule);
      rule.tags().forEach(tag -> made.checkTag(rule, tag));
      RuleFields.of(rule.detection()).forEach(field -> made.checkField(rule, field));
      if (always.contains(rule)) {
        made.add(
            rule,
            "Nothing in the condition lets an event be passed over, so the rule is tried on each",
            "Ask for a text of three characters or more that must be there");
      }
    }
    return made.advice;
  }

  private void checkId(SigmaRule rule) {
    if (!rule.ref().hasUuid()) {
      add(
          rule,
          "The id '" + rule.ref().id() + "' is no UUID, so another's rule may have it too",
          "Write a random one, like 8cf8f8f0-3d2c-4c0a-9d5e-0f6b6f1f7a10");
    }
  }

  private void checkTag(SigmaRule rule, String tag) {
    if (!Tags.isKnown(tag)) {
      add(
          rule,
          "Tag '" + tag + "' means nothing",
          "Write a tactic or technique of ATT&CK, as attack.execution or attack.t1059.001, or a tag"
              + " of car, cve, d3fend, detection, stp or tlp");
    }
  }

  private void checkField(SigmaRule rule, String field) {
    if (!Taxonomy.knows(rule.logsource(), field)) {
      String nearest = Taxonomy.nearest(rule.logsource(), field);
      add(
          rule,
          "Field '" + field + "' is not one of " + rule.logsource() + " in Sigma's taxonomy",
          nearest.isEmpty() ? "Check its name" : "Did you mean " + nearest + '?');
    }
  }

  private void add(SigmaRule rule, String message, String cure) {
    advice.add(new SigmaProblem(rule.file(), rule.line(), 1, message, cure));
  }
}
