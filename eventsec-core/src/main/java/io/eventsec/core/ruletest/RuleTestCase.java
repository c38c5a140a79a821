package io.eventsec.core.ruletest;

import java.util.List;

/**
 * Events and what the rule must say to them. Immutable.
 *
 * @param name what the events are, for people
 * @param mustMatch true if the rule must match one of them, or the correlation be reached by them
 * @param events the records as a sensor would send them, one line each; one at least
 */
public record RuleTestCase(String name, boolean mustMatch, List<String> events) {
  /** Copies the list. */
  public RuleTestCase {
    events = List.copyOf(events);
  }
}
