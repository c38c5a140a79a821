package io.eventsec.cli.vulns;

import io.eventsec.core.vuln.finding.VulnerabilityFinding;
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
}
