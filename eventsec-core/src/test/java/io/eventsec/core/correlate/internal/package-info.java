/** Tests of how correlations are evaluated. */
@NullMarked
package io.eventsec.core.correlate.internal;

import org.jspecify.annotations.NullMarked;
