package io.eventsec.core.vuln;

/** How soon a finding wants to be dealt with, least first. */
public enum RiskLevel {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
