package io.eventsec.core.ruletest;

import io.eventsec.core.alert.RuleRef;

/**
 * How one case went. Immutable.
 *
 * @param rule the rule or correlation that was tested
 * @param test the case
 * @param passed whether the rule said what it must
 * @param reason why it did not pass: the rule's condition with the value of each part for each
 *     event, which groups a correlation has found, or why an event could not be read; empty if it
 *     passed
 */
public record RuleTestResult(RuleRef rule, RuleTestCase test, boolean passed, String reason) {}
