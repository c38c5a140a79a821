package io.eventsec.persistence.correlation;

import io.eventsec.core.spi.UntimelyNote;
import java.time.Instant;

/**
 * An event that a correlation could not take up.
 *
 * @param note which, and why
 * @param notedAt when that was found
 */
public record UntimelyRecord(UntimelyNote note, Instant notedAt) {}
