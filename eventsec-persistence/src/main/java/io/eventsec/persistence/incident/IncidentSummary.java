package io.eventsec.persistence.incident;

import io.eventsec.core.alert.IncidentStatus;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An incident as a list shows it.
 *
 * @param id its id
 * @param tenant whose
 * @param title in one line
 * @param severity how much it matters
 * @param status where it stands
 * @param people whose it is
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param closedAt since when it is closed
 * @param items how many things are part of it
 * @param revision 1 when created, one more for each change
 */
public record IncidentSummary(
    UUID id,
    Tenant tenant,
    String title,
    Severity severity,
    IncidentStatus status,
    IncidentPeople people,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> closedAt,
    long items,
    int revision) {}
