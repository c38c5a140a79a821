/** Tests of the rule reader. */
@NullMarked
package io.eventsec.core.sigma;

import org.jspecify.annotations.NullMarked;
