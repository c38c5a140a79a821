package io.eventsec.persistence.inventory;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.internal.Limits;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which components of an asset to list, by name.
 *
 * @param tenant whose asset
 * @param asset which
 * @param at as of that moment; empty for now
 * @param cursor {@link Page#nextCursor()} of the page before
 * @param limit at most so many, 1 to 1,000
 */
public record ComponentQuery(
    Tenant tenant, UUID asset, Optional<Instant> at, Optional<String> cursor, int limit) {
  private static final int MOST = 1000;

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is out of bounds
   */
  public ComponentQuery {
    Limits.rows(limit, MOST, "components");
  }

  /** The first page of what is installed now. */
  public static ComponentQuery now(Tenant tenant, UUID asset, int limit) {
    return new ComponentQuery(tenant, asset, Optional.empty(), Optional.empty(), limit);
  }

  /** The first page of what was installed at that moment. */
  public static ComponentQuery at(Tenant tenant, UUID asset, Instant at, int limit) {
    return new ComponentQuery(tenant, asset, Optional.of(at), Optional.empty(), limit);
  }

  /** The same, from that cursor on. */
  public ComponentQuery withCursor(String from) {
    return new ComponentQuery(tenant, asset, at, Optional.of(from), limit);
  }
}
