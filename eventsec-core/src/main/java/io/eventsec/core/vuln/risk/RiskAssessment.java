package io.eventsec.core.vuln.risk;

import io.eventsec.core.vuln.RiskLevel;
import java.util.List;

/**
 * How dangerous it is.
 *
 * @param level what it comes to
 * @param score 0 to 1, to order those of one level
 * @param reasons what gave the level, with the values; none for the lowest
 */
public record RiskAssessment(RiskLevel level, double score, List<String> reasons) {
  /** Copies the list. */
  public RiskAssessment {
    reasons = List.copyOf(reasons);
  }
}
