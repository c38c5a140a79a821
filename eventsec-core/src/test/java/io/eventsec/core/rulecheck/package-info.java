/** Tests of advice about rules. */
@NullMarked
package io.eventsec.core.rulecheck;

import org.jspecify.annotations.NullMarked;
