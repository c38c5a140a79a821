package io.eventsec.persistence.alert;

import io.eventsec.core.event.Severity;
import java.util.List;
import java.util.Map;

/**
 * Alerts counted.
 *
 * @param total how many were raised in the time asked for
 * @param open how many are open now, whenever they were raised
 * @param bySeverity of those raised; every severity is there, 0 included
 * @param byRule of those raised, most first, at most 1,000 rules
 */
public record AlertCounts(
    long total, long open, Map<Severity, Long> bySeverity, List<RuleCount> byRule) {
  /** Copies map and list. */
  public AlertCounts {
    bySeverity = Map.copyOf(bySeverity);
    byRule = List.copyOf(byRule);
  }

  /**
   * The alerts of a rule.
   *
   * @param ruleId the rule, all its versions together
   * @param title of its newest alert
   * @param severity of its newest alert
   * @param count how many
   */
  public record RuleCount(String ruleId, String title, Severity severity, long count) {}
}
