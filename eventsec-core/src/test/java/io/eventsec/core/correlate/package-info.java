/** Tests of correlations. */
@NullMarked
package io.eventsec.core.correlate;

import org.jspecify.annotations.NullMarked;
