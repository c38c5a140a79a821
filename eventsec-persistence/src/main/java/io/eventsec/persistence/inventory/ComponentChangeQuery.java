package io.eventsec.persistence.inventory;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.internal.Limits;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is different on an asset between two moments.
 *
 * @param tenant whose asset
 * @param asset which
 * @param from the first moment
 * @param to the second; empty for now
 * @param kind only of that kind
 * @param text that occurs in the name of it or its source package, in any case; 1 to 200 characters
 * @param cursor {@link Page#nextCursor()} of the page before
 * @param limit at most so many, 1 to 200
 */
public record ComponentChangeQuery(
    Tenant tenant,
    UUID asset,
    Instant from,
    Optional<Instant> to,
    Optional<ComponentChange.Kind> kind,
    Optional<String> text,
    Optional<String> cursor,
    int limit) {
  private static final int MOST = 200;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if the limit or the text is out of them
   */
  public ComponentChangeQuery {
    Limits.rows(limit, MOST, "changes");
    text.ifPresent(part -> Limits.length("Search text", part, 1, ComponentQuery.LONGEST_TEXT));
  }

  /** The same of another asset. */
  public ComponentChangeQuery of(UUID other) {
    return new ComponentChangeQuery(tenant, other, from, to, kind, text, cursor, limit);
  }
}
