package io.eventsec.core.intel.match;

import java.util.Locale;

/** How a value is what an indicator names. */
public enum MatchKind {
  /** It is the same. */
  EXACT,
  /** It is a name below the domain. */
  SUBDOMAIN,
  /** It is an address of the network. */
  NETWORK;

  /** In lower case, as events carry it. */
  public String fieldValue() {
    return name().toLowerCase(Locale.ROOT);
  }
}
