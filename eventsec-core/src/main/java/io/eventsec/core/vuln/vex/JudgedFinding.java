package io.eventsec.core.vuln.vex;

import io.eventsec.core.vuln.finding.FindingState;
import io.eventsec.core.vuln.finding.VulnerabilityFinding;
import java.util.Optional;

/**
 * A finding with where it stands, and the statement that put it there.
 *
 * @param state OPEN if nobody says anything
 * @param statement the one that counts; empty if none is about it
 */
public record JudgedFinding(
    VulnerabilityFinding finding, FindingState state, Optional<VexStatement> statement) {

  /** One that no statement is about. */
  public static JudgedFinding open(VulnerabilityFinding finding) {
    return new JudgedFinding(finding, FindingState.OPEN, Optional.empty());
  }

  /** What a statement makes of it. */
  static JudgedFinding by(VexStatement statement, VulnerabilityFinding finding) {
    return new JudgedFinding(
        finding, FindingState.of(statement.claim().findingStatus()), Optional.of(statement));
  }

  /** True if it needs nobody's attention: false positive, mitigated, accepted or fixed. */
  public boolean isSuppressed() {
    return switch (state.status()) {
      case OPEN, IN_REVIEW -> false;
      case MITIGATED, ACCEPTED, FALSE_POSITIVE, FIXED -> true;
    };
  }
}
