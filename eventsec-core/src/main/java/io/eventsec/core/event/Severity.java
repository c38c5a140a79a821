package io.eventsec.core.event;

import java.util.Locale;
import java.util.Optional;

/**
 * How much something matters, least first; the names are the levels of the Sigma specification
 * (2.1, "level").
 */
public enum Severity {
  INFORMATIONAL,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** The Sigma spelling, in lower case. */
  public String sigmaName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The severity of that Sigma name.
   *
   * @param sigmaName in any case
   * @return empty if it is no Sigma level
   */
  public static Optional<Severity> ofSigmaName(String sigmaName) {
    for (Severity severity : values()) {
      if (severity.sigmaName().equalsIgnoreCase(sigmaName)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
