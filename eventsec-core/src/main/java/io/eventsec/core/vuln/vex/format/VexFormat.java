package io.eventsec.core.vuln.vex.format;

/** How VEX is written. */
public enum VexFormat {
  /** OpenVEX 0.2.0, JSON-LD. */
  OPENVEX,
  /** CycloneDX 1.6 with vulnerabilities (ECMA-424), JSON. */
  CYCLONEDX,
  /** CSAF 2.0 of the profile {@code csaf_vex} (OASIS), JSON. */
  CSAF
}
