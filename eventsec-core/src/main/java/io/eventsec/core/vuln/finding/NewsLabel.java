package io.eventsec.core.vuln.finding;

import java.util.Locale;

/** What makes a finding news at once. */
public enum NewsLabel {
  /** It is known that the vulnerability is exploited. */
  EXPLOITED,
  /** The risk is CRITICAL for another reason. */
  CRITICAL;

  /** As events and the API spell it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
