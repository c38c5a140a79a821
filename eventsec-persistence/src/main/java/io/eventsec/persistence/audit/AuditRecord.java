package io.eventsec.persistence.audit;

import java.time.Instant;

/**
 * An entry as it stands in the audit.
 *
 * @param id greater is later, within one moment
 * @param at when it was written
 * @param entry what it says
 */
public record AuditRecord(long id, Instant at, AuditEntry entry) {}
