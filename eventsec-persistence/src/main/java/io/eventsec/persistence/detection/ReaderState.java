package io.eventsec.persistence.detection;

import io.eventsec.core.spi.JournalPosition;
import java.time.Instant;

/**
 * How far a reader has come.
 *
 * @param reader its name
 * @param position where it stands
 * @param events how many events it has looked at since it was made
 * @param movedAt when it last moved
 */
public record ReaderState(String reader, JournalPosition position, long events, Instant movedAt) {}
