package io.eventsec.cli.vulns;

import io.eventsec.core.vuln.vex.format.VexFormat;
import java.io.IOException;

/** How findings are written. */
enum ReportFormat {
  /** For people. */
  TABLE {
    @Override
    String write(VulnsReport report) {
      return TableReport.write(report.shown());
    }
  },

  /** A finding a line. */
  JSON {
    @Override
    String write(VulnsReport report) throws IOException {
      return JsonReport.write(report.shown());
    }
  },

  /** SARIF 2.1.0, which forges show beside code. */
  SARIF {
    @Override
    String write(VulnsReport report) throws IOException {
      return SarifReport.write(report.subject(), report.shown());
    }
  },

  /** OpenVEX 0.2.0. */
  OPENVEX {
    @Override
    String write(VulnsReport report) throws IOException {
      return report.vex(VexFormat.OPENVEX);
    }
  },

  /** CSAF 2.0, profile VEX. */
  CSAF_VEX {
    @Override
    String write(VulnsReport report) throws IOException {
      return report.vex(VexFormat.CSAF);
    }
  },

  /** CycloneDX 1.6 with vulnerabilities and their analyses. */
  CYCLONEDX_VEX {
    @Override
    String write(VulnsReport report) throws IOException {
      return report.vex(VexFormat.CYCLONEDX);
    }
  };

  /** All of the report, with no line end behind it; empty if there is nothing to say. */
  abstract String write(VulnsReport report) throws IOException;
}
