package io.eventsec.core.intel;

import java.util.Locale;
import java.util.Optional;

/** Who may be told, by the Traffic Light Protocol 2.0 (FIRST). The first may be told to anybody. */
public enum Tlp {
  /** Anybody; {@code WHITE} in version 1. */
  CLEAR,
  /** The community. */
  GREEN,
  /** The organisation and its clients, as far as they need to know. */
  AMBER,
  /** The organisation alone. */
  AMBER_STRICT,
  /** Those who were told, and nobody else. */
  RED;

  private static final String PREFIX = "TLP:";

  /**
   * That of a label, as {@code tlp:amber+strict}, {@code TLP:WHITE} or {@code red}.
   *
   * @return empty if the label is none of the protocol
   */
  public static Optional<Tlp> named(String label) {
    String upper = label.strip().toUpperCase(Locale.ROOT);
    return switch (upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper) {
      case "CLEAR", "WHITE" -> Optional.of(CLEAR);
      case "GREEN" -> Optional.of(GREEN);
      case "AMBER" -> Optional.of(AMBER);
      case "AMBER+STRICT", "AMBER_STRICT" -> Optional.of(AMBER_STRICT);
      case "RED" -> Optional.of(RED);
      default -> Optional.empty();
    };
  }

  /** As the Elastic Common Schema spells it: {@code AMBER+STRICT}. */
  public String ecsName() {
    return name().replace('_', '+');
  }
}
