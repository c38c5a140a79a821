package io.eventsec.core.spi;

import io.eventsec.core.risk.RiskContribution;
import io.eventsec.core.risk.RiskOptions;
import java.time.Duration;
import java.util.List;

/**
 * What the alerts of a step count.
 *
 * @param halfLife after which points count half
 * @param contributions of the alerts of the same commit; those of alerts that were there already
 *     have been counted and are passed over
 */
public record RiskCommit(Duration halfLife, List<RiskContribution> contributions) {
  /** Nothing. */
  public static final RiskCommit NONE = new RiskCommit(RiskOptions.DEFAULT.halfLife(), List.of());

  /** Copies the list. */
  public RiskCommit {
    contributions = List.copyOf(contributions);
  }
}
