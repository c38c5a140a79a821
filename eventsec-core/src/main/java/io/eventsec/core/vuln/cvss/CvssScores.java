package io.eventsec.core.vuln.cvss;

import java.util.OptionalDouble;

/**
 * What a vector comes to, each from 0 to 10 with one decimal.
 *
 * @param base of version 4: of what is given, for it has one score only
 * @param temporal how it stands today; empty for version 4, and for version 2 if nothing is given
 * @param environmental where it is used; empty as above
 */
public record CvssScores(double base, OptionalDouble temporal, OptionalDouble environmental) {

  /** The most particular of them. */
  public double overall() {
    return environmental.orElse(temporal.orElse(base));
  }
}
