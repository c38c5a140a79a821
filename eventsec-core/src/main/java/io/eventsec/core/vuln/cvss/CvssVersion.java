package io.eventsec.core.vuln.cvss;

/** The versions of CVSS, oldest first. */
public enum CvssVersion {
  /** 2.0. */
  V2("2.0"),
  /** 3.0. */
  V3_0("3.0"),
  /** 3.1. */
  V3_1("3.1"),
  /** 4.0. */
  V4_0("4.0");

  private final String label;

  CvssVersion(String label) {
    this.label = label;
  }

  /** {@code 3.1}. */
  public String label() {
    return label;
  }
}
