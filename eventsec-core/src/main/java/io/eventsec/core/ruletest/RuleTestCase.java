package io.eventsec.core.ruletest;

/**
 * One event and what the rule must say to it. Immutable.
 *
 * @param name what the event is, for people
 * @param mustMatch true if the rule must match it
 * @param event the record as a sensor would send it, one line
 */
public record RuleTestCase(String name, boolean mustMatch, String event) {}
