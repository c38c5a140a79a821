package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.SigmaRule;

/**
 * A rule ready to run.
 *
 * @param rule the rule
 * @param condition when it fires
 * @param isFound whether a look at an event tells that it may be true
 */
record CompiledRule(SigmaRule rule, Node condition, boolean isFound) {}
