package io.eventsec.persistence.indicator;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.internal.Limits;
import io.eventsec.persistence.internal.StorableText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one source says of some indicators.
 *
 * @param tenant whose
 * @param source who says so, 1 to 100 characters
 * @param claims what it says, 1 to 1,000 indicators; of several about the same the last counts
 * @param userId who hands it in, a user of the tenant; empty for a feed
 */
public record IndicatorClaims(
    Tenant tenant, String source, List<IndicatorClaim> claims, Optional<UUID> userId) {
  private static final int LONGEST_SOURCE = 100;
  private static final int MOST = 1000;

  /**
   * Copies the list and checks the bounds.
   *
   * @throws IllegalArgumentException if one breaks the rules above
   */
  public IndicatorClaims {
    claims = List.copyOf(claims);
    Limits.length("Source", source, 1, LONGEST_SOURCE);
    StorableText.exactly("Source", source);
    if (claims.isEmpty() || claims.size() > MOST) {
      throw new IllegalArgumentException(
          claims.size() + " indicators: give 1 to " + MOST + " at once");
    }
  }
}
