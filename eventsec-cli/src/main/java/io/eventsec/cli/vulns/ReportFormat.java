package io.eventsec.cli.vulns;

import io.eventsec.core.vuln.finding.VulnerabilityFinding;
import java.io.IOException;
import java.util.List;

/** How findings are written. */
enum ReportFormat {
  /** For people. */
  TABLE {
    @Override
    String write(String subject, List<VulnerabilityFinding> findings) {
      return TableReport.write(findings);
    }
  },

  /** A finding a line. */
  JSON {
    @Override
    String write(String subject, List<VulnerabilityFinding> findings) throws IOException {
      return JsonReport.write(findings);
    }
  },

  /** SARIF 2.1.0, which forges show beside code. */
  SARIF {
    @Override
    String write(String subject, List<VulnerabilityFinding> findings) throws IOException {
      return SarifReport.write(subject, findings);
    }
  },

  /** CycloneDX 1.6 with vulnerabilities, to be completed to a VEX. */
  CYCLONEDX_VEX {
    @Override
    String write(String subject, List<VulnerabilityFinding> findings) throws IOException {
      return CycloneDxReport.write(subject, findings);
    }
  };

  /** All of the report, with no line end behind it; empty if there is nothing to say. */
  abstract String write(String subject, List<VulnerabilityFinding> findings) throws IOException;
}
