package io.eventsec.cli.vulns;

import io.eventsec.core.vuln.finding.VulnerabilityFinding;

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
}
