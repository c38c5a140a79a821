package io.eventsec.core.vuln;

/** How much depends on an asset, least first. */
public enum Criticality {
  /** Nobody would miss it today. */
  LOW,
  /** Somebody would; what an asset is until people say otherwise. */
  MEDIUM,
  /** Many would. */
  HIGH,
  /** The organisation stands still without it. */
  CRITICAL
}
