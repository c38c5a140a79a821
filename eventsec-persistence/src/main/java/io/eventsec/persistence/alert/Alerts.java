package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.Page;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The alerts as people see and change them. In the caller's transaction. Not thread-safe. */
public final class Alerts {
  private static final int MOST = 1000;

  private final EntityManager entities;

  /** The alerts behind this entity manager. */
  public Alerts(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * A page, newest first: by the time raised, then by id, both descending.
   *
   * @throws IllegalArgumentException if the cursor is none of ours
   */
  public Page<AlertSummary> page(AlertQuery query) {
    List<AlertSummary> found = new AlertListing(query).run(entities, query.limit() + 1);
    return Page.of(found, query.limit(), last -> PageCursor.after(last).text());
  }

  /** One alert with all that is known of it. */
  public Optional<AlertDetail> find(Tenant tenant, AlertId id) {
    return new AlertLookup(entities).find(tenant, id);
  }

  /**
   * Changes an alert's status and notes it in the alert's history. The transaction should be READ
   * COMMITTED: under a stricter isolation who comes second fails instead of being told that he is
   * stale.
   *
   * @throws IllegalArgumentException if the user is not one of the tenant
   */
  public StatusChangeResult changeStatus(StatusChange change) {
    return new StatusChanging(entities, change).run();
  }

  /**
   * Gives an alert another owner or assignee, or takes it from them, and notes it in the alert's
   * history. Wants READ COMMITTED like {@link #changeStatus}.
   *
   * @throws IllegalArgumentException if one of the users is not one of the tenant, or the new owner
   *     or assignee may not sign in
   */
  public StatusChangeResult appoint(Appointment appointment) {
    return new Appointing(entities, appointment).run();
  }

  /**
   * What has happened since: alerts raised or changed after a number, each once and as it is now,
   * in the order of their numbers. A follower that goes on from the last number it was given misses
   * nothing.
   *
   * @param seq 0 for the beginning
   * @param limit at most so many, 1 to 1,000
   * @throws IllegalArgumentException if the limit is out of bounds
   */
  public List<AlertSummary> since(Tenant tenant, long seq, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("Limit " + limit + ": ask for 1 to " + MOST + " alerts");
    }
    return entities
        .createQuery(
            SummaryRow.SELECT
                + " where a.tenant = :tenant and a.changeSeq > :seq order by a.changeSeq",
            Tuple.class)
        .setParameter("tenant", tenant.id())
        .setParameter("seq", seq)
        .setMaxResults(limit)
        .getResultStream()
        .map(SummaryRow::of)
        .toList();
  }

  /** The number of the last thing that happened to any alert of the tenant; 0 if nothing has. */
  public long lastSeq(Tenant tenant) {
    return entities
        .createQuery(
            "select coalesce(max(a.changeSeq), 0L) from AlertEntity a where a.tenant = :tenant",
            Long.class)
        .setParameter("tenant", tenant.id())
        .getSingleResult();
  }

  /** Counts the tenant's alerts; see {@link AlertCounts} for which. */
  public AlertCounts counts(Tenant tenant, Instant since) {
    return new AlertCounting(entities, tenant, since).run();
  }
}
