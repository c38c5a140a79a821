package io.eventsec.rules;

import io.eventsec.core.event.Event;

/**
 * One event of a rule's test file.
 *
 * @param name what the event is, or why it must not match
 */
record RuleCase(String name, Event event) {}
