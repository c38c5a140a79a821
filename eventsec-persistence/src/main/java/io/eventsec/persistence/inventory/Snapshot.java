package io.eventsec.persistence.inventory;

import io.eventsec.core.event.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/**
 * All that is installed on an asset at a moment.
 *
 * @param tenant whose asset
 * @param asset which
 * @param takenAt when, by the asset's clock; at most ten minutes ahead of ours, because a snapshot
 *     from the future would outdate all that follow
 * @param components what is installed, at most 100,000; repeats count once
 */
public record Snapshot(
    Tenant tenant, AssetIdentity asset, Instant takenAt, Collection<SoftwareComponent> components) {
  private static final int MOST = 100_000;
  private static final Duration AHEAD = Duration.ofMinutes(10);

  /**
   * Copies the components, brings the time to microseconds and checks both.
   *
   * @throws IllegalArgumentException if there are too many, or the time is ahead
   */
  public Snapshot {
    takenAt = takenAt.truncatedTo(ChronoUnit.MICROS);
    Instant latest = Instant.now().plus(AHEAD);
    if (takenAt.isAfter(latest) || takenAt.isBefore(Instant.EPOCH)) {
      throw new IllegalArgumentException(
          "Snapshot taken at "
              + takenAt
              + ": send one taken since 1970 and before "
              + latest
              + ", and set the clock of '"
              + asset.hostname()
              + "'");
    }
    if (components.size() > MOST) {
      throw new IllegalArgumentException(
          components.size() + " components on '" + asset.hostname() + "': send at most " + MOST);
    }
    components = List.copyOf(components);
  }
}
