package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of an alert's status.
 *
 * @param from where it stood
 * @param to where it stands since
 * @param comment what the user said to it
 * @param userId who
 * @param username who, by name
 * @param at when
 */
public record AlertHistoryEntry(
    AlertStatus from,
    AlertStatus to,
    Optional<String> comment,
    UUID userId,
    String username,
    Instant at) {}
