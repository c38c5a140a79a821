package io.eventsec.core.intel.match;

import java.util.Map;

/**
 * What is looked up where. Immutable.
 *
 * @param records the claims
 * @param values the first claim of each indicator by its value
 * @param v4 the networks of IPv4
 * @param v6 the networks of IPv6
 * @param sightings how often objects were seen, by id
 * @param counts what became of what was taken in
 */
record IndicatorTables(
    ClaimRecords records,
    KeyTable values,
    NetworkTable v4,
    NetworkTable v6,
    Map<String, Long> sightings,
    Counts counts) {

  /**
   * What became of what was taken in.
   *
   * @param indicators different ones
   * @param claims in force
   * @param crowdedOut beyond the most of an indicator
   */
  record Counts(int indicators, int claims, int crowdedOut) {}

  boolean isEmpty() {
    return counts.indicators == 0;
  }

  IndicatorSetStatistics statistics(int takenIn, long leftOut) {
    return new IndicatorSetStatistics(
        counts.indicators,
        counts.claims,
        takenIn - counts.claims - counts.crowdedOut,
        counts.crowdedOut,
        leftOut,
        records.bytes() + values.bytes() + v4.bytes() + v6.bytes());
  }
}
