package io.eventsec.persistence.risk;

import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Severity;
import io.eventsec.core.risk.RiskContribution;

/**
 * What one alert counts against one entity, and what that alert is.
 *
 * @param contribution how much, and when it happened
 * @param rule the version of the rule that fired
 * @param title the rule's title
 * @param severity the rule's level
 * @param status where the alert stands
 */
public record RiskSource(
    RiskContribution contribution,
    RuleRef rule,
    String title,
    Severity severity,
    AlertStatus status) {}
