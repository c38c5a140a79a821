/**
 * Advice about rules that are sound and could be better.
 *
 * <p>Start with {@link io.eventsec.core.rulecheck.RuleAdvice}.
 */
@NullMarked
package io.eventsec.core.rulecheck;

import org.jspecify.annotations.NullMarked;
