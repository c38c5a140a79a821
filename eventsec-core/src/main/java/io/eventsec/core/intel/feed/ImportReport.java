package io.eventsec.core.intel.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a feed. Each object is read, ignored or skipped: {@code objects = read + ignored +
 * the sum of skipped}. One that was read in part stands in {@code partly} too.
 *
 * @param objects objects, attributes, rows or lines that were looked at
 * @param read those that said something
 * @param partly those of them of which some alternatives were left out
 * @param ignored those that are about something else: other objects of STIX, remarks
 * @param indicators claims that were handed on
 * @param withdrawals objects that were taken back
 * @param sightings times that indicators were seen
 * @param skipped how many were skipped, by reason
 * @param examples the first of each reason, at most ten
 * @param ended why reading ended before the end; empty if it did not
 */
public record ImportReport(
    int objects,
    int read,
    int partly,
    int ignored,
    int indicators,
    int withdrawals,
    long sightings,
    Map<SkipReason, Integer> skipped,
    List<SkippedEntry> examples,
    Optional<String> ended) {
  /** Copies map and list. */
  public ImportReport {
    skipped = Map.copyOf(skipped);
    examples = List.copyOf(examples);
  }

  /** How many were skipped. */
  public int skippedInAll() {
    return skipped.values().stream().mapToInt(Integer::intValue).sum();
  }
}
