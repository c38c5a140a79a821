package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertChangeKind;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.persistence.identity.UserRef;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of an alert.
 *
 * @param change of what
 * @param from where it stood
 * @param to where it stands since; the same as {@code from} unless the status changed
 * @param subject whose hands it is in since, if owner or assignee changed; empty for nobody's
 * @param comment what the user said to it
 * @param userId who
 * @param username who, by name
 * @param at when
 */
public record AlertHistoryEntry(
    AlertChangeKind change,
    AlertStatus from,
    AlertStatus to,
    Optional<UserRef> subject,
    Optional<String> comment,
    UUID userId,
    String username,
    Instant at) {}
