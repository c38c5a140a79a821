package io.eventsec.persistence.journal;

import java.time.Instant;

/**
 * Batches of a source that a reader has not come to.
 *
 * @param source what they were sent under
 * @param from the first position
 * @param to the last one
 * @param receivedFirst when the first was received
 * @param receivedLast when the last was
 * @param records how many records are in them
 */
public record WaitingSource(
    String source, long from, long to, Instant receivedFirst, Instant receivedLast, long records) {}
