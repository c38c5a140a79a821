/**
 * Sigma correlations over event time (specification 2.1.0, <i>Sigma Correlation Rules</i>): what
 * happened is put in the order in which it happened before anything is counted, so that delays,
 * replays and restarts change no answer.
 */
@NullMarked
package io.eventsec.core.correlate;

import org.jspecify.annotations.NullMarked;
