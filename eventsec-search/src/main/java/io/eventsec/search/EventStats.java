package io.eventsec.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Counts of one tenant's events in a time range.
 *
 * @param total how many, exactly
 * @param interval how long a bucket is
 * @param perBucket one count for each interval that touches the range, oldest first, empty ones
 *     included
 * @param sources the sources that sent them, busiest first, at most 200
 */
public record EventStats(
    long total, Duration interval, List<Bucket> perBucket, List<SourceCount> sources) {
  /** Copies the lists. */
  public EventStats {
    perBucket = List.copyOf(perBucket);
    sources = List.copyOf(sources);
  }

  /**
   * The events of one interval.
   *
   * @param time where it begins
   * @param count how many
   */
  public record Bucket(Instant time, long count) {}

  /**
   * The events of one source.
   *
   * @param source its name
   * @param events how many
   * @param lastEventAt the time of the newest
   */
  public record SourceCount(String source, long events, Instant lastEventAt) {}
}
