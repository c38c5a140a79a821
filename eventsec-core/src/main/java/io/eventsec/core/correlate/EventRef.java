package io.eventsec.core.correlate;

import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventPlace;
import java.time.Instant;

/**
 * An event that a correlation has seen.
 *
 * @param id its identity
 * @param time when it happened
 * @param place where it stands among the events of the same instant; one about an alert has that of
 *     the event that raised the alert
 * @param locator where its record is kept, as whoever added the event says; 0 if nobody did
 */
public record EventRef(EventId id, Instant time, EventPlace place, long locator) {}
