package io.eventsec.persistence.incident;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.Page;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The incidents as people see and change them. In the caller's transaction. Not thread-safe. */
public final class Incidents {
  private final EntityManager entities;

  /** The incidents behind this entity manager. */
  public Incidents(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Creates an incident out of alerts.
   *
   * @return its id
   * @throws IllegalArgumentException if the creator is not one of the tenant or may not sign in, or
   *     the tenant has not all of the alerts
   */
  public UUID create(NewIncident incident) {
    return new IncidentCreation(entities, incident).run();
  }

  /**
   * A page, newest first: by the time created, then by id, both descending. One statement.
   *
   * @throws IllegalArgumentException if the cursor is none of ours
   */
  public Page<IncidentSummary> page(IncidentQuery query) {
    List<IncidentSummary> found = new IncidentListing(query).run(entities, query.limit() + 1);
    return Page.of(found, query.limit(), IncidentListing::cursorAfter);
  }

  /** One incident with all that is known of it. */
  public Optional<IncidentDetail> find(Tenant tenant, UUID id) {
    return new IncidentLookup(entities, tenant, id).find();
  }

  /**
   * Changes an incident and notes it in its history. The transaction should be READ COMMITTED:
   * under a stricter isolation who comes second fails instead of being told that he is stale.
   *
   * @throws IllegalArgumentException if a user, alert or asset is not one of the tenant, or the new
   *     owner or assignee may not sign in
   */
  public IncidentChangeResult change(IncidentChange change) {
    return new IncidentChanging(entities, change).run();
  }
}
