/**
 * Tests of rules: events that must and must not match, written beside each rule.
 *
 * <p>Start with {@link io.eventsec.core.ruletest.RuleTests}.
 */
@NullMarked
package io.eventsec.core.ruletest;

import org.jspecify.annotations.NullMarked;
