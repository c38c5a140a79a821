package io.eventsec.persistence.risk;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.risk.EntityKind;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.internal.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which entities to list.
 *
 * @param tenant whose
 * @param kind of that kind only
 * @param minimum with a score of at least that, 0 or more
 * @param at when the score is asked for
 * @param halfLife after which points count half
 * @param cursor {@link Page#nextCursor()} of the page before
 * @param limit at most so many, 1 to 200
 */
public record RiskQuery(
    Tenant tenant,
    Optional<EntityKind> kind,
    double minimum,
    Instant at,
    Duration halfLife,
    Optional<String> cursor,
    int limit) {
  private static final int MOST = 200;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if limit or minimum are out of bounds
   */
  public RiskQuery {
    Limits.rows(limit, MOST, "entities");
    if (!(minimum >= 0) || Double.isInfinite(minimum)) {
      throw new IllegalArgumentException("Minimum " + minimum + ": use a number, 0 or more");
    }
  }

  /** The first page of all entities of a tenant. */
  public static RiskQuery all(Tenant tenant, Instant at, Duration halfLife, int limit) {
    return new RiskQuery(tenant, Optional.empty(), 0, at, halfLife, Optional.empty(), limit);
  }

  /** The same, of that kind only. */
  public RiskQuery withKind(EntityKind wanted) {
    return new RiskQuery(tenant, Optional.of(wanted), minimum, at, halfLife, cursor, limit);
  }

  /** The same, with a score of at least that. */
  public RiskQuery withMinimum(double least) {
    return new RiskQuery(tenant, kind, least, at, halfLife, cursor, limit);
  }

  /** The same, from that cursor on. */
  public RiskQuery withCursor(String from) {
    return new RiskQuery(tenant, kind, minimum, at, halfLife, Optional.of(from), limit);
  }
}
