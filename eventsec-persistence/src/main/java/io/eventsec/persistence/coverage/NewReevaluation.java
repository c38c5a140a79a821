package io.eventsec.persistence.coverage;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.SourceRange;
import io.eventsec.core.event.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A rule that is to be run over what it has not seen.
 *
 * @param tenant whose events
 * @param rule the version of the rule
 * @param ranges over what, 1 to {@value #MOST_RANGES}, no two of a source overlapping
 * @param requestedBy the user who asks; empty if nobody does
 */
public record NewReevaluation(
    Tenant tenant, RuleRef rule, List<SourceRange> ranges, Optional<UUID> requestedBy) {
  /** How many ranges it has at most. */
  public static final int MOST_RANGES = 1_000;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there are no ranges or too many
   */
  public NewReevaluation {
    ranges = List.copyOf(ranges);
    if (ranges.isEmpty() || ranges.size() > MOST_RANGES) {
      throw new IllegalArgumentException(
          "A re-evaluation has " + ranges.size() + " ranges; ask for 1 to " + MOST_RANGES);
    }
  }
}
