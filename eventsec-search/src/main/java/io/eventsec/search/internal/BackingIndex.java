package io.eventsec.search.internal;

import java.time.Instant;
import java.util.Optional;

/**
 * An index of a data stream, looked at.
 *
 * @param name its name
 * @param createdAt when it was made
 * @param documents how many it has
 * @param bytes on disk, copies included
 * @param primaryBytes on disk, copies left out
 * @param oldest when its first document came here; empty if none says so
 * @param newest when its last document came here; empty if none says so
 * @param unseen what could not be seen of it, for a person; empty if all was
 */
public record BackingIndex(
    String name,
    Instant createdAt,
    long documents,
    long bytes,
    long primaryBytes,
    Optional<Instant> oldest,
    Optional<Instant> newest,
    Optional<String> unseen) {}
