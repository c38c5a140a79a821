package io.eventsec.persistence.audit;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.internal.Limits;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries of the audit to list.
 *
 * @param tenant whose
 * @param actorId by that user only
 * @param action of that action only
 * @param object on that object only
 * @param from since then
 * @param until before then
 * @param cursor {@link Page#nextCursor()} of the page before
 * @param limit at most so many, 1 to 1,000
 */
public record AuditQuery(
    Tenant tenant,
    Optional<UUID> actorId,
    Optional<String> action,
    Optional<AuditObject> object,
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<String> cursor,
    int limit) {
  private static final int MOST = 1000;

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is out of bounds
   */
  public AuditQuery {
    Limits.rows(limit, MOST, "entries of the audit");
  }

  /** The first page of a tenant's whole audit. */
  public static AuditQuery all(Tenant tenant, int limit) {
    return new AuditQuery(
        tenant,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        limit);
  }

  /** The same, by that user only. */
  public AuditQuery withActor(UUID wanted) {
    return new AuditQuery(tenant, Optional.of(wanted), action, object, from, until, cursor, limit);
  }

  /** The same, of that action only. */
  public AuditQuery withAction(String wanted) {
    return new AuditQuery(tenant, actorId, Optional.of(wanted), object, from, until, cursor, limit);
  }

  /** The same, on that object only. */
  public AuditQuery withObject(AuditObject wanted) {
    return new AuditQuery(tenant, actorId, action, Optional.of(wanted), from, until, cursor, limit);
  }

  /** The same, of that time only: since the first, before the second. */
  public AuditQuery between(Instant since, Instant before) {
    return new AuditQuery(
        tenant, actorId, action, object, Optional.of(since), Optional.of(before), cursor, limit);
  }

  /** The same, from that cursor on. */
  public AuditQuery withCursor(String start) {
    return new AuditQuery(tenant, actorId, action, object, from, until, Optional.of(start), limit);
  }
}
