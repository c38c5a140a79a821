package io.eventsec.persistence.inventory;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.internal.Limits;
import java.util.Optional;
import java.util.Set;

/**
 * Which assets to list, by host name.
 *
 * @param tenant whose
 * @param criticalities any of these; empty for all
 * @param hostnamePrefix what the host name begins with, in any case; 1 to 255 characters
 * @param address that the asset has, a literal
 * @param cursor {@link Page#nextCursor()} of the page before
 * @param limit at most so many, 1 to 200
 */
public record AssetQuery(
    Tenant tenant,
    Set<Criticality> criticalities,
    Optional<String> hostnamePrefix,
    Optional<String> address,
    Optional<String> cursor,
    int limit) {
  private static final int MOST = 200;
  private static final int LONGEST_PREFIX = 255;

  /**
   * Copies the set and checks the bounds.
   *
   * @throws IllegalArgumentException if one breaks the rules above
   */
  public AssetQuery {
    criticalities = Set.copyOf(criticalities);
    hostnamePrefix.ifPresent(text -> Limits.length("Host name", text, 1, LONGEST_PREFIX));
    address.ifPresent(AddressText::check);
    Limits.rows(limit, MOST, "assets");
  }

  /** The first page of all assets of a tenant. */
  public static AssetQuery all(Tenant tenant, int limit) {
    return new AssetQuery(
        tenant, Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
  }

  /** The same, of these criticalities only. */
  public AssetQuery withCriticalities(Set<Criticality> wanted) {
    return new AssetQuery(tenant, wanted, hostnamePrefix, address, cursor, limit);
  }

  /** The same, with host names that begin so. */
  public AssetQuery withHostnamePrefix(String wanted) {
    return new AssetQuery(tenant, criticalities, Optional.of(wanted), address, cursor, limit);
  }

  /** The same, with that address. */
  public AssetQuery withAddress(String wanted) {
    return new AssetQuery(
        tenant, criticalities, hostnamePrefix, Optional.of(wanted), cursor, limit);
  }

  /** The same, from that cursor on. */
  public AssetQuery withCursor(String from) {
    return new AssetQuery(tenant, criticalities, hostnamePrefix, address, Optional.of(from), limit);
  }
}
