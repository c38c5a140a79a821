package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.SigmaRule;

/**
 * A rule ready to run.
 *
 * @param index its place in the rule set
 * @param rule the rule
 * @param condition when it fires
 * @param rarestField of the fields it can't do without, the one that fewest rules need; {@link
 *     Predicate#NO_FIELD} if it has none
 */
record CompiledRule(int index, SigmaRule rule, Node condition, int rarestField) {}
