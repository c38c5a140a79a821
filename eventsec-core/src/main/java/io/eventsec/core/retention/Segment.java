package io.eventsec.core.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * A part of a store that is dropped as a whole: a partition, an index.
 *
 * @param name what the store calls it
 * @param items how many things it holds, a journal's batches or an index's documents
 * @param bytes what it takes on disk
 * @param oldest when the first thing in it was received; empty if it holds none
 * @param newest when the last thing in it was, or can have been, received; empty if it holds none
 *     and will not
 * @param held why it must not be dropped now, for a person; empty if it may be
 */
public record Segment(
    String name,
    long items,
    long bytes,
    Optional<Instant> oldest,
    Optional<Instant> newest,
    Optional<String> held) {}
