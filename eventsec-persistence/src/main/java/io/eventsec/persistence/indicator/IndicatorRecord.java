package io.eventsec.persistence.indicator;

import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.persistence.identity.UserRef;
import java.time.Instant;
import java.util.Optional;

/**
 * What a feed says of an indicator, as it is kept.
 *
 * @param id its id
 * @param claim what is said, and who says so; since ever if the source does not say since when
 * @param feed which brought it
 * @param withdrawnAt when it was taken back; empty if it was not
 * @param createdBy who handed it in first; empty if nobody did
 * @param createdAt when it was first said
 * @param changedAt when it was last said otherwise, or taken back
 * @param sightings where the indicator stands, whoever says it is bad
 */
public record IndicatorRecord(
    long id,
    ThreatIndicator claim,
    String feed,
    Optional<Instant> withdrawnAt,
    Optional<UserRef> createdBy,
    Instant createdAt,
    Instant changedAt,
    Sightings sightings) {

  /**
   * Where an indicator stands.
   *
   * @param alerts in so many
   * @param lastSeen when the last event of them happened; empty if there are none
   */
  public record Sightings(long alerts, Optional<Instant> lastSeen) {
    /** Nowhere. */
    public static final Sightings NONE = new Sightings(0, Optional.empty());
  }

  /** The same, that stands there. */
  IndicatorRecord with(Sightings seen) {
    return new IndicatorRecord(id, claim, feed, withdrawnAt, createdBy, createdAt, changedAt, seen);
  }
}
