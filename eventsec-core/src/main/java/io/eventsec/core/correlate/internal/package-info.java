/** How correlations are evaluated. Nobody else's. */
@NullMarked
package io.eventsec.core.correlate.internal;

import org.jspecify.annotations.NullMarked;
