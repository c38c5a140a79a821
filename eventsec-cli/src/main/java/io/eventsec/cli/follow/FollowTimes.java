package io.eventsec.cli.follow;

import java.time.Duration;

/**
 * How long a collector waits for what.
 *
 * @param tick between two looks at the files that are open
 * @param scan between two looks for files
 * @param event how long lines of one audit event wait for further ones
 * @param complete how long a file that was renamed, deleted or cut off must be quiet until nothing
 *     more is expected of it
 * @param rest how long any other file must be quiet until it is closed, to be looked at again when
 *     it changes
 * @param refused between two tries of a batch that the server refuses
 * @param health between two writings of the health file
 * @param end how long the batches under way have at the end
 */
public record FollowTimes(
    Duration tick,
    Duration scan,
    Duration event,
    Duration complete,
    Duration rest,
    Duration refused,
    Duration health,
    Duration end) {
  /** Those of a collector in earnest. */
  public static final FollowTimes USUAL =
      new FollowTimes(
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          Duration.ofMinutes(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(10));
}
