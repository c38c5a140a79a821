/** Tests of rule tests. */
@NullMarked
package io.eventsec.core.ruletest;

import org.jspecify.annotations.NullMarked;
