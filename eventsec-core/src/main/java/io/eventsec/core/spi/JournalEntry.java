package io.eventsec.core.spi;

import io.eventsec.core.ingest.RawBatch;

/**
 * A batch as read back.
 *
 * @param position where it stands
 * @param batch what was appended, byte for byte, with the exchange that first brought it
 */
public record JournalEntry(JournalPosition position, RawBatch batch) {}
