package io.eventsec.app.api;

import io.eventsec.persistence.audit.AuditEntry;
import io.eventsec.persistence.audit.AuditRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that somebody did.
 *
 * @param id greater is later, within one moment
 * @param at when
 * @param actorId the user
 * @param actor the user's name at that time
 * @param action what, such as incident.create
 * @param objectKind to what kind of thing
 * @param objectId to which
 * @param outcome done, refused or failed
 * @param remoteAddress from where
 * @param correlationId of the call
 * @param details more, by name
 */
public record AuditJson(
    String id,
    Instant at,
    Optional<String> actorId,
    String actor,
    String action,
    String objectKind,
    String objectId,
    String outcome,
    String remoteAddress,
    String correlationId,
    Map<String, String> details) {

  static AuditJson of(AuditRecord row) {
    AuditEntry entry = row.entry();
    return new AuditJson(
        Long.toString(row.id()),
        row.at(),
        entry.actorId().map(UUID::toString),
        entry.actor(),
        entry.action(),
        entry.object().kind(),
        entry.object().id(),
        Values.name(entry.outcome()),
        entry.remoteAddress(),
        entry.correlationId(),
        entry.details());
  }
}
