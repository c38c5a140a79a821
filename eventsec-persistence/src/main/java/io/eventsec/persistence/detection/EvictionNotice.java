package io.eventsec.persistence.detection;

import java.time.Instant;
import java.util.Optional;

/**
 * An announcement that the oldest dead letters of a tenant will go.
 *
 * @param announcedAt when it was made
 * @param dueAt when they go unless there are fewer by then
 * @param letters how many there were
 * @param bytes of their records, all together
 * @param evicted how many have gone
 * @param endedAt when it was carried out or had become needless; empty while it is open
 */
public record EvictionNotice(
    Instant announcedAt,
    Instant dueAt,
    long letters,
    long bytes,
    long evicted,
    Optional<Instant> endedAt) {}
