package io.eventsec.persistence.detection;

import io.eventsec.core.spi.JournalPosition;
import java.time.Instant;

/**
 * How far a reader has come.
 *
 * @param reader its name
 * @param position where it stands
 * @param records how many records of the journal it has passed since it was made
 * @param events how many events it has looked at since it was made; 0 for a reader that does not
 *     say
 * @param movedAt when it last moved
 */
public record ReaderState(
    String reader, JournalPosition position, long records, long events, Instant movedAt) {}
