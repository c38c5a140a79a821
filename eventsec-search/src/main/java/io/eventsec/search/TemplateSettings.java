package io.eventsec.search;

import java.time.Duration;

/**
 * How the indexes are made. Immutable.
 *
 * @param shards primary shards of each backing index, 1 to 64; 1 is right for one node
 * @param replicas copies of each, 0 to 5; 0 for one node, 1 or more for a cluster
 * @param refreshInterval how long a stored event may stay unseen by searches, 100 ms to 5 minutes
 * @param totalFields how many fields a mapping may have, 1,500 to 10,000
 */
public record TemplateSettings(
    int shards, int replicas, Duration refreshInterval, int totalFields) {
  /** One shard, no replica, refreshed every second, 2,000 fields. */
  public static final TemplateSettings DEFAULT =
      new TemplateSettings(1, 0, Duration.ofSeconds(1), 2_000);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one of the bounds above is broken
   */
  public TemplateSettings {
    within("shards", shards, 1, 64);
    within("replicas", replicas, 0, 5);
    within("refreshInterval in ms", refreshInterval.toMillis(), 100, 300_000);
    within("totalFields", totalFields, 1_500, 10_000);
  }

  /** The same with that many replicas. */
  public TemplateSettings withReplicas(int value) {
    return new TemplateSettings(shards, value, refreshInterval, totalFields);
  }

  /** The same with that many primary shards. */
  public TemplateSettings withShards(int value) {
    return new TemplateSettings(value, replicas, refreshInterval, totalFields);
  }

  /** The same with that refresh interval. */
  public TemplateSettings withRefreshInterval(Duration value) {
    return new TemplateSettings(shards, replicas, value, totalFields);
  }

  private static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " " + value + " is not in " + least + " to " + most);
    }
  }
}
