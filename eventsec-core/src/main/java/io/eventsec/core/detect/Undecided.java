package io.eventsec.core.detect;

import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaRule;

/**
 * A rule could not be decided for an event. Immutable.
 *
 * @param rule the rule
 * @param event the event
 * @param reason why, naming the expression and its limit
 */
public record Undecided(SigmaRule rule, Event event, String reason) {}
