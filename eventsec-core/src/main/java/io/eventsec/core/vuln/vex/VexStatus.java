package io.eventsec.core.vuln.vex;

import java.util.Locale;
import java.util.Optional;

/** How a product is related to a vulnerability (CISA, Minimum Requirements for VEX, 2023). */
public enum VexStatus {
  /** Nothing has to be done about it. */
  NOT_AFFECTED,
  /** Something should be done about it. */
  AFFECTED,
  /** These versions hold a fix. */
  FIXED,
  /** Nobody knows yet. */
  UNDER_INVESTIGATION;

  /** True if of two contradicting claims this one is to be believed: it lets less seem safe. */
  public boolean isMoreCautiousThan(VexStatus other) {
    return caution() > other.caution();
  }

  int caution() {
    return switch (this) {
      case NOT_AFFECTED -> 0;
      case FIXED -> 1;
      case UNDER_INVESTIGATION -> 2;
      case AFFECTED -> 3;
    };
  }

  /** As OpenVEX writes it: {@code not_affected}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that is written so; empty if none is. */
  public static Optional<VexStatus> ofLabel(String label) {
    for (VexStatus status : values()) {
      if (status.label().equals(label)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
