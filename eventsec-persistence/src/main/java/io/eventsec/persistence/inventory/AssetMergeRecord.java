package io.eventsec.persistence.inventory;

import io.eventsec.persistence.identity.UserRef;
import java.time.Instant;
import java.util.Optional;

/**
 * An asset that turned out to be another one, as it was noted.
 *
 * @param merge what became part of what
 * @param agentId what its agent called itself, if it had one; it leads to the other now
 * @param cloudId what its cloud called it, if one did; it leads to the other now
 * @param by who said so; empty where a rule did
 * @param at when
 */
public record AssetMergeRecord(
    AssetMerge merge,
    Optional<String> agentId,
    Optional<String> cloudId,
    Optional<UserRef> by,
    Instant at) {}
