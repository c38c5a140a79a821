package io.eventsec.persistence.incident;

import io.eventsec.persistence.identity.UserRef;
import java.util.Optional;

/**
 * Whose an incident is.
 *
 * @param createdBy who created it
 * @param owner who answers for it
 * @param assignee who works on it now
 * @param closedBy who said that it is done with, if it is closed
 */
public record IncidentPeople(
    UserRef createdBy,
    Optional<UserRef> owner,
    Optional<UserRef> assignee,
    Optional<UserRef> closedBy) {}
