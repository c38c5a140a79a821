package io.eventsec.core.rulecheck;

import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What could be better about sound rules: ids that are no UUIDs, days that do not exist, tags and
 * relations that mean nothing, fields that the taxonomy of the rule's logsource does not know, and
 * conditions that no event can be spared.
 */
public final class RuleAdvice {
  private static final List<String> DATES = List.of("date", "modified");

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
      DATES.forEach(attribute -> made.checkDate(rule, attribute));
      rule.metadata().related().forEach(related -> made.checkRelation(rule, related.type()));
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

  private void checkDate(SigmaRule rule, String attribute) {
    rule.metadata()
        .text(attribute)
        .filter(text -> !Attributes.isDate(text))
        .ifPresent(
            text ->
                add(
                    rule,
                    "The " + attribute + " '" + text + "' is no day",
                    "Write one as 2026-11-24"));
  }

  private void checkRelation(SigmaRule rule, String type) {
    if (!Attributes.isRelation(type)) {
      add(
          rule,
          "No rule is '" + type + "' to another",
          "Write derived, obsolete, merged, renamed or similar as the type of 'related'");
    }
  }

  private void checkTag(SigmaRule rule, String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    if (!Tags.isKnown(tag) && Tags.isKnown(lower)) {
      add(rule, "Tag '" + tag + "' is not in lower case", "Write " + lower);
    } else if (!Tags.isKnown(tag)) {
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
