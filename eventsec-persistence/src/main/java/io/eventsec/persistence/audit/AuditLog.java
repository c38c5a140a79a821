package io.eventsec.persistence.audit;

import io.eventsec.persistence.Page;
import io.eventsec.persistence.internal.DetailsColumn;
import io.eventsec.persistence.internal.Now;
import io.eventsec.persistence.internal.StorableText;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/**
 * The audit. Entries can be appended and read; the database refuses everything else. In the
 * caller's transaction: what is done and its entry are there together or not at all. Not
 * thread-safe.
 */
public final class AuditLog {
  private static final String APPEND =
      """
      insert into audit (tenant, at, actor_id, actor, action, object_kind, object_id, outcome,
        remote_address, correlation_id, details)
      values (:tenant, :at, cast(nullif(:actorId, '') as uuid), :actor, :action, :kind, :object,
        :outcome, :address, :correlation, cast(:details as json))""";

  private final EntityManager entities;

  /** The audit behind this entity manager. */
  public AuditLog(EntityManager entities) {
    this.entities = entities;
  }

  /** Appends an entry, as of now. */
  public void append(AuditEntry entry) {
    entities
        .createNativeQuery(APPEND)
        .setParameter("tenant", entry.tenant().id())
        .setParameter("at", Now.micros())
        .setParameter("actorId", entry.actorId().map(UUID::toString).orElse(""))
        .setParameter("actor", StorableText.of(entry.actor()))
        .setParameter("action", entry.action())
        .setParameter("kind", entry.object().kind())
        .setParameter("object", StorableText.of(entry.object().id()))
        .setParameter("outcome", entry.outcome().name())
        .setParameter("address", StorableText.of(entry.remoteAddress()))
        .setParameter("correlation", StorableText.of(entry.correlationId()))
        .setParameter("details", DetailsColumn.write(entry.details()))
        .executeUpdate();
  }

  /**
   * A page, newest first.
   *
   * @throws IllegalArgumentException if the cursor is none of ours
   */
  public Page<AuditRecord> page(AuditQuery query) {
    List<AuditRecord> found = new AuditListing(query).run(entities, query.limit() + 1);
    return Page.of(found, query.limit(), AuditListing::cursorAfter);
  }
}
