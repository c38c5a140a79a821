package io.eventsec.persistence.detection;

import io.eventsec.core.event.Tenant;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Takes dead letters out, in the transaction of whoever notes why. Not thread-safe. */
public final class DeadLetterFiling {
  private final EntityManager entities;

  /** Works with the entity manager's transaction. */
  public DeadLetterFiling(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Removes letters of a tenant.
   *
   * @param ids at most 1,000
   * @return how many were there
   */
  public int remove(Tenant tenant, List<Long> ids) {
    if (ids.isEmpty()) {
      return 0;
    }
    return entities
        .createNativeQuery("delete from dead_letters where tenant = :tenant and id in (:ids)")
        .setParameter("tenant", tenant.id())
        .setParameter("ids", ids)
        .executeUpdate();
  }
}
