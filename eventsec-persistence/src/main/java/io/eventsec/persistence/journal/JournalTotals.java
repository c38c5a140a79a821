package io.eventsec.persistence.journal;

import io.eventsec.core.spi.JournalPosition;

/**
 * What the journal has taken since it was made, truncated batches included, repeated ones not.
 *
 * @param end the position of the last batch; positions have no gaps, so the distance of two is a
 *     number of batches
 * @param records how many records were acknowledged
 */
public record JournalTotals(JournalPosition end, long records) {}
