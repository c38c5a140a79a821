package io.eventsec.core.correlate;

import io.eventsec.core.event.EventId;
import java.time.Instant;

/**
 * An event that a correlation has seen.
 *
 * @param id its identity
 * @param time when it happened
 * @param locator where its record is kept, as whoever added the event says; 0 if nobody did
 */
public record EventRef(EventId id, Instant time, long locator) {}
