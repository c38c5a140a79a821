package io.eventsec.persistence.riskpolicy;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.internal.Limits;
import java.util.Optional;

/**
 * Which versions of policies to list.
 *
 * @param tenant whose
 * @param cursor {@link Page#nextCursor()} of the page before
 * @param limit at most so many, 1 to 200
 */
public record RiskPolicyQuery(Tenant tenant, Optional<String> cursor, int limit) {
  private static final int MOST = 200;

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is out of bounds
   */
  public RiskPolicyQuery {
    Limits.rows(limit, MOST, "versions of policies");
  }
}
