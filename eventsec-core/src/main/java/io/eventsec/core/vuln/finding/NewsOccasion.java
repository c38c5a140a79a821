package io.eventsec.core.vuln.finding;

import java.util.Locale;

/** How a finding became news. */
public enum NewsOccasion {
  /** It is news by itself. */
  NEW,
  /**
   * It is one of many: found when its asset was looked at for the first time, or beyond what a
   * tenant is told one by one.
   */
  BULK;

  /** As events spell it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
