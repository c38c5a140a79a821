package io.eventsec.cli.vulns;

import io.eventsec.core.vuln.finding.VulnerabilityFinding;
import io.eventsec.core.vuln.match.MatchReason;
import io.eventsec.core.vuln.match.VulnerabilityMatch;
import io.eventsec.core.vuln.vex.JudgedFinding;
import io.eventsec.core.vuln.vex.VexClaim;

/** What several reports say of a finding. */
final class FindingText {
  private FindingText() {}

  /** Its package URL, else its first CPE name, else its name. */
  static String reference(VulnerabilityFinding finding) {
    return finding
        .component()
        .purl()
        .map(Object::toString)
        .or(() -> finding.component().cpes().stream().findFirst().map(Object::toString))
        .orElse(finding.component().name());
  }

  /**
   * What is stated of it, and why: {@code not_affected: component_not_present}; empty if nothing.
   */
  static String vex(JudgedFinding judged) {
    return judged.statement().map(statement -> text(statement.claim())).orElse("");
  }

  private static String text(VexClaim claim) {
    String label = claim.status().label();
    return claim.reason().isEmpty() ? label : label + ": " + claim.reason();
  }

  /** Why a source says that the component is affected. */
  static String why(VulnerabilityMatch match) {
    MatchReason reason = match.reason();
    if (reason instanceof MatchReason.InRange range) {
      return range.key() + " " + range.version() + " is in the range: " + range.range();
    }
    if (reason instanceof MatchReason.Listed listed) {
      return listed.key() + " " + listed.version() + " is one of the versions listed";
    }
    if (reason instanceof MatchReason.ByCpe cpe) {
      return cpe.name() + " meets " + cpe.criterion();
    }
    MatchReason.Undecided undecided = (MatchReason.Undecided) reason;
    return undecided.key() + " cannot be decided: " + undecided.what();
  }
}
