package io.eventsec.core.coverage;

import io.eventsec.core.correlate.UntimelyEvent.Reason;

/**
 * Events of a source that a correlation could not take up.
 *
 * @param source what they were sent under
 * @param reason why not
 * @param span from the first to the last of them; {@code from} and {@code to} are 0 if nobody knows
 *     where the journal has them
 */
public record UntimelySpan(String source, Reason reason, CoverageSpan span) {}
