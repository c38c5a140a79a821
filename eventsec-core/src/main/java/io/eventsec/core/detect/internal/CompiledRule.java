package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.SigmaRule;
import java.util.BitSet;

/**
 * A rule ready to run.
 *
 * @param rule the rule
 * @param condition when it fires
 * @param fields the fields whose values it asks for; not changed by anybody
 * @param asksAnyField whether it has keywords
 * @param isFound whether a look at an event tells that it may be true
 */
record CompiledRule(
    SigmaRule rule, Node condition, BitSet fields, boolean asksAnyField, boolean isFound) {}
