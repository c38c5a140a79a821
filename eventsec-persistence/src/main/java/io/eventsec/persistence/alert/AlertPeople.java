package io.eventsec.persistence.alert;

import io.eventsec.persistence.identity.UserRef;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose an alert is.
 *
 * @param owner who answers for it
 * @param assignee who works on it now
 * @param closedBy who said that it is done with, if it is closed
 * @param closedAt since when it is closed
 */
public record AlertPeople(
    Optional<UserRef> owner,
    Optional<UserRef> assignee,
    Optional<UserRef> closedBy,
    Optional<Instant> closedAt) {}
