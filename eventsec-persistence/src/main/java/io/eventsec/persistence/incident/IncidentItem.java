package io.eventsec.persistence.incident;

import io.eventsec.persistence.identity.UserRef;
import java.time.Instant;

/**
 * Something that is part of an incident.
 *
 * @param id of its being part of it, to take it out by
 * @param ref what it is
 * @param label what people call it: an alert's title, an asset's host name, an event's id
 * @param addedBy who made it part of it
 * @param addedAt when
 */
public record IncidentItem(
    long id, IncidentItemRef ref, String label, UserRef addedBy, Instant addedAt) {}
