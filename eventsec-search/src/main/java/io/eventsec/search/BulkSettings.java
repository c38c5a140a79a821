package io.eventsec.search;

import io.eventsec.search.internal.BulkLimits;
import java.time.Duration;

/**
 * How much goes into one request and how patiently it is tried. Immutable.
 *
 * @param documents at most so many a request, 1 to 50,000
 * @param bytes at most about so many a request, 64 KiB to 64 MiB; one larger document goes alone
 * @param attempts how often a document is tried that OpenSearch asks to send later, 1 to 10
 * @param firstPause before the second attempt; doubled before each other
 */
public record BulkSettings(int documents, int bytes, int attempts, Duration firstPause) {
  /** 2,500 documents, 4 MiB, 4 attempts, 100 ms. */
  public static final BulkSettings DEFAULT =
      new BulkSettings(2_500, 4 << 20, 4, Duration.ofMillis(100));

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one of the bounds above is broken
   */
  public BulkSettings {
    if (documents < 1 || documents > 50_000) {
      throw new IllegalArgumentException("documents " + documents + " is not in 1 to 50,000");
    }
    if (bytes < 64 << 10 || bytes > 64 << 20) {
      throw new IllegalArgumentException("bytes " + bytes + " is not in 64 KiB to 64 MiB");
    }
    if (attempts < 1 || attempts > 10) {
      throw new IllegalArgumentException("attempts " + attempts + " is not in 1 to 10");
    }
  }

  BulkLimits limits() {
    return new BulkLimits(documents, bytes, attempts, firstPause);
  }
}
