/**
 * Events against indicators: {@link io.eventsec.core.intel.match.IndicatorSet} holds a million of
 * them in some hundred MiB, and finds those that an event names.
 */
@NullMarked
package io.eventsec.core.intel.match;

import org.jspecify.annotations.NullMarked;
