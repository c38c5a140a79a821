package io.eventsec.core.coverage;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Tenant;
import java.util.List;
import java.util.UUID;

/**
 * One rule to be run over what it has not seen.
 *
 * @param id which
 * @param tenant whose events
 * @param rule the version of the rule
 * @param ranges over what, one or more
 * @param position what lies in the ranges up to there is done
 */
public record Reevaluation(
    UUID id, Tenant tenant, RuleRef rule, List<SourceRange> ranges, long position) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no range
   */
  public Reevaluation {
    ranges = List.copyOf(ranges);
    if (ranges.isEmpty()) {
      throw new IllegalArgumentException("A re-evaluation of " + rule + " without ranges");
    }
  }

  /** The first position of all. */
  public long first() {
    return ranges.stream().mapToLong(SourceRange::from).min().orElseThrow();
  }

  /** The last position of all. */
  public long last() {
    return ranges.stream().mapToLong(SourceRange::to).max().orElseThrow();
  }

  /** True if the batch of that source at that position belongs to it. */
  public boolean has(String source, long position) {
    return ranges.stream().anyMatch(range -> range.source().equals(source) && range.has(position));
  }

  /** The first position that is to be done behind that one; {@code last() + 1} if none is. */
  public long next(long behind) {
    return ranges.stream()
        .filter(range -> range.to() > behind)
        .mapToLong(range -> Math.max(range.from(), behind + 1))
        .min()
        .orElse(last() + 1);
  }
}
