package io.eventsec.core.ruletest;

import io.eventsec.core.sigma.SigmaRule;

/**
 * How one case went. Immutable.
 *
 * @param rule the rule that was tested
 * @param test the case
 * @param passed whether the rule said what it must
 * @param reason why it did not pass: the rule's condition with the value of each part, or why the
 *     event could not be read; empty if it passed
 */
public record RuleTestResult(SigmaRule rule, RuleTestCase test, boolean passed, String reason) {}
