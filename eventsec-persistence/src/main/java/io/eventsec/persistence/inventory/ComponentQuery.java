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
 * @param text that occurs in the name of it or its source package, in any case; 1 to 200 characters
 * @param cursor {@link Page#nextCursor()} of the page before
 * @param limit at most so many, 1 to 1,000
 */
public record ComponentQuery(
    Tenant tenant,
    UUID asset,
    Optional<Instant> at,
    Optional<String> text,
    Optional<String> cursor,
    int limit) {
  /** How many characters a text may have. */
  public static final int LONGEST_TEXT = 200;

  private static final int MOST = 1000;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if the limit or the text is out of them
   */
  public ComponentQuery {
    Limits.rows(limit, MOST, "components");
    text.ifPresent(part -> Limits.length("Search text", part, 1, LONGEST_TEXT));
  }

  /** The same of another asset. */
  public ComponentQuery of(UUID other) {
    return new ComponentQuery(tenant, other, at, text, cursor, limit);
  }

  /** The first page of what is installed now. */
  public static ComponentQuery now(Tenant tenant, UUID asset, int limit) {
    return new ComponentQuery(
        tenant, asset, Optional.empty(), Optional.empty(), Optional.empty(), limit);
  }

  /** The first page of what was installed at that moment. */
  public static ComponentQuery at(Tenant tenant, UUID asset, Instant at, int limit) {
    return new ComponentQuery(
        tenant, asset, Optional.of(at), Optional.empty(), Optional.empty(), limit);
  }

  /** The same, from that cursor on. */
  public ComponentQuery withCursor(String from) {
    return new ComponentQuery(tenant, asset, at, text, Optional.of(from), limit);
  }

  /** The same, with that text in the name only. */
  public ComponentQuery withText(String wanted) {
    return new ComponentQuery(tenant, asset, at, Optional.of(wanted), cursor, limit);
  }
}
