package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.event.Tenant;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The alerts as people see and change them. In the caller's transaction. Not thread-safe. */
public final class Alerts {
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
  public AlertPage page(AlertQuery query) {
    throw new UnsupportedOperationException(entities.toString());
  }

  /** One alert with all that is known of it. */
  public Optional<AlertDetail> find(Tenant tenant, AlertId id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Changes an alert's status and notes it in the alert's history.
   *
   * @throws IllegalArgumentException if the user is not one of the tenant
   */
  public StatusChangeResult changeStatus(StatusChange change) {
    throw new UnsupportedOperationException();
  }

  /**
   * What has happened since: alerts raised or changed after a number, each once and as it is now,
   * in the order of their numbers. A follower that goes on from the last number it was given misses
   * nothing.
   *
   * @param seq 0 for the beginning
   * @param limit at most so many, 1 to 1,000
   */
  public List<AlertSummary> since(Tenant tenant, long seq, int limit) {
    throw new UnsupportedOperationException();
  }

  /** The number of the last thing that happened to any alert of the tenant; 0 if nothing has. */
  public long lastSeq(Tenant tenant) {
    throw new UnsupportedOperationException();
  }

  /** Counts the alerts raised at or after an instant. */
  public AlertCounts counts(Tenant tenant, Instant since) {
    throw new UnsupportedOperationException();
  }
}
