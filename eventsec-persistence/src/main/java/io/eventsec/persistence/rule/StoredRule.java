package io.eventsec.persistence.rule;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Severity;

/**
 * One version of a rule as it was loaded.
 *
 * @param ref id and version
 * @param title its title
 * @param level its level
 * @param sourceYaml its text, with everything else it says
 */
public record StoredRule(RuleRef ref, String title, Severity level, String sourceYaml) {}
