package io.eventsec.core.risk;

import java.util.Locale;
import java.util.Optional;

/** What something that collects risk is. */
public enum EntityKind {
  /** A computer, by name. */
  HOST,
  /** A user, by name. */
  USER,
  /** An IP address. */
  ADDRESS;

  /** The name in lower case. */
  public String lowerCase() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind of that name.
   *
   * @param name in any case
   * @return empty if there is none
   */
  public static Optional<EntityKind> named(String name) {
    for (EntityKind kind : values()) {
      if (kind.name().equalsIgnoreCase(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
