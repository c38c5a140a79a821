package io.eventsec.core.vuln;

import java.util.Locale;

/** Where a finding stands: a vulnerability in a component on an asset. */
public enum FindingStatus {
  /** Nobody has looked at it. */
  OPEN,
  /** Somebody looks at it. */
  IN_REVIEW,
  /** The component is still there, but it can no longer be exploited. */
  MITIGATED,
  /** Somebody answers for living with it, for a time. */
  ACCEPTED,
  /** The component is not vulnerable. */
  FALSE_POSITIVE,
  /** The evidence is gone. */
  FIXED;

  /** As a sentence says it: {@code in review}, {@code false positive}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
