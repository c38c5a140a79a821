package io.eventsec.cli.vulns;

import io.eventsec.core.vuln.vex.FindingStatements;
import io.eventsec.core.vuln.vex.JudgedFinding;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.VexSource;
import io.eventsec.core.vuln.vex.format.VexFormat;
import io.eventsec.core.vuln.vex.format.VexWriter;
import java.io.IOException;
import java.util.List;

/**
 * What is reported.
 *
 * @param subject what the inventory is of
 * @param source who says so when, for VEX
 * @param findings all, the worst first
 * @param showSuppressed false if people and tools are not to see those that VEX takes out; VEX
 *     tells of them anyhow
 */
record VulnsReport(
    String subject, VexSource source, List<JudgedFinding> findings, boolean showSuppressed) {
  /** Copies the list. */
  VulnsReport {
    findings = List.copyOf(findings);
  }

  List<JudgedFinding> shown() {
    return findings.stream().filter(finding -> showSuppressed || !finding.isSuppressed()).toList();
  }

  /** How many VEX takes out. */
  long suppressed() {
    return findings.stream().filter(JudgedFinding::isSuppressed).count();
  }

  /** All of it as VEX. */
  String vex(VexFormat format) throws IOException {
    VexDocument document = FindingStatements.of(findings, source);
    return new VexWriter().write(document, format, subject);
  }
}
