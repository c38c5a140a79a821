package io.eventsec.core.spi;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.risk.EntityRisk;
import io.eventsec.core.risk.RiskContribution;
import io.eventsec.core.risk.RiskEntity;
import java.util.List;
import java.util.Optional;

/**
 * Tells what {@link DetectionStore#commit} has collected. Safe to share between threads and nodes.
 */
public interface RiskLedger {

  /**
   * What has been collected against an entity.
   *
   * @return empty if nothing was, or it is long forgotten
   * @throws StoreUnavailableException if the store does not answer
   */
  Optional<EntityRisk> find(Tenant tenant, RiskEntity entity);

  /**
   * Of what that is made, newest first: by time, then by the alert's id, both descending. Old parts
   * may have been forgotten.
   *
   * @param most at most so many, 1 to 1,000
   * @throws IllegalArgumentException if {@code most} is out of bounds
   * @throws StoreUnavailableException if the store does not answer
   */
  List<RiskContribution> contributions(Tenant tenant, RiskEntity entity, int most);
}
