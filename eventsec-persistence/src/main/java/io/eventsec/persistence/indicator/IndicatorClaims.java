package io.eventsec.persistence.indicator;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.ThreatIndicator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Some of what a feed says.
 *
 * @param tenant whose
 * @param feed which, 1 to 100 characters
 * @param claims what it says, 1 to 1,000; of several of the same object about the same the last
 *     counts
 * @param userId who hands it in, a user of the tenant; empty if nobody did
 */
public record IndicatorClaims(
    Tenant tenant, String feed, List<ThreatIndicator> claims, Optional<UUID> userId) {
  private static final int MOST = 1000;

  /**
   * Copies the list and checks the bounds.
   *
   * @throws IllegalArgumentException if one breaks the rules above
   */
  public IndicatorClaims {
    claims = List.copyOf(claims);
    FeedName.check(feed);
    if (claims.isEmpty() || claims.size() > MOST) {
      throw new IllegalArgumentException(
          claims.size() + " indicators: give 1 to " + MOST + " at once");
    }
  }
}
