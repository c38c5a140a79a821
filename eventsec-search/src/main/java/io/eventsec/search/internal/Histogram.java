package io.eventsec.search.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventsec.search.EventQuery;
import io.eventsec.search.EventStats.Bucket;
import io.eventsec.search.EventStats.SourceCount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Buckets of time that people can read. */
final class Histogram {
  private static final long[] SECONDS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 14_400, 21_600,
    43_200, 86_400
  };

  private Histogram() {}

  /**
   * The shortest usual interval of which at most so many, and one more at an edge, are the range.
   */
  static Duration interval(Duration range, int buckets) {
    long least = (range.toMillis() / 1_000 + buckets - 1) / buckets;
    for (long seconds : SECONDS) {
      if (seconds >= least) {
        return Duration.ofSeconds(seconds);
      }
    }
    return Duration.ofDays((least + 86_399) / 86_400);
  }

  /** Every interval of the query's range with its count. */
  static List<Bucket> buckets(EventQuery query, Duration interval, JsonNode found) {
    Map<Long, Long> counts = new HashMap<>();
    found.forEach(
        bucket -> counts.put(bucket.path("key").asLong(), bucket.path("doc_count").asLong()));
    long step = interval.toMillis();
    long first = Math.floorDiv(query.from().toEpochMilli(), step) * step;
    List<Bucket> buckets = new ArrayList<>();
    for (long at = first; at < query.to().toEpochMilli(); at += step) {
      buckets.add(new Bucket(Instant.ofEpochMilli(at), counts.getOrDefault(at, 0L)));
    }
    return buckets;
  }

  /** The sources, in the order found. */
  static List<SourceCount> sources(JsonNode found) {
    List<SourceCount> sources = new ArrayList<>();
    for (JsonNode source : found) {
      long last = (long) source.path("last").path("value").asDouble();
      sources.add(
          new SourceCount(
              source.path("key").asText(),
              source.path("doc_count").asLong(),
              Instant.ofEpochMilli(last)));
    }
    return sources;
  }
}
