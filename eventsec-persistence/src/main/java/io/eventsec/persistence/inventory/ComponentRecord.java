package io.eventsec.persistence.inventory;

import java.time.Instant;
import java.util.Optional;

/**
 * A stay of a component on an asset.
 *
 * @param id of the stay
 * @param component what is installed
 * @param firstSeenAt the first snapshot that has it
 * @param lastSeenAt the last snapshot that has it
 * @param removedAt the first snapshot that has it no more; empty if the newest has it
 */
public record ComponentRecord(
    long id,
    SoftwareComponent component,
    Instant firstSeenAt,
    Instant lastSeenAt,
    Optional<Instant> removedAt) {}
