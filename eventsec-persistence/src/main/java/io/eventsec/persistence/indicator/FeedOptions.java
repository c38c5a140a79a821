package io.eventsec.persistence.indicator;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.Tlp;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose feed is read, and what holds where it does not say.
 *
 * @param tenant whose
 * @param feed its name, 1 to 100 characters
 * @param tlp who may be told of what it does not mark; empty for nothing told
 * @param validity how long claims without an end hold, a second to 100 years: since their
 *     beginning, else the version of their object, else the import; empty for no end
 * @param userId who hands it in, a user of the tenant; empty if nobody does
 */
public record FeedOptions(
    Tenant tenant,
    String feed,
    Optional<Tlp> tlp,
    Optional<Duration> validity,
    Optional<UUID> userId) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(36_500);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one breaks the rules above
   */
  public FeedOptions {
    FeedName.check(feed);
    validity.ifPresent(FeedOptions::check);
  }

  private static void check(Duration validity) {
    if (validity.compareTo(SHORTEST) < 0 || validity.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "Validity " + validity + ": use " + SHORTEST + " to " + LONGEST);
    }
  }

  /** A feed that says all that there is to say. */
  public static FeedOptions of(Tenant tenant, String feed) {
    return new FeedOptions(tenant, feed, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
