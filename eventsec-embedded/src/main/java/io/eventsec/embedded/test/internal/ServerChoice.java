package io.eventsec.embedded.test.internal;

import java.util.function.BooleanSupplier;

/** Whether the tests' servers are child processes or containers. */
public enum ServerChoice {
  /** Child processes: the default. */
  EMBEDDED,
  /** Containers: only where asked for, and where an engine answers. */
  CONTAINERS;

  /** System property that makes the choice: {@code embedded} or {@code containers}. */
  public static final String PROPERTY = "eventsec.test.servers";

  /**
   * The choice for a value of the property.
   *
   * @param value the property's value, empty for the default
   * @param engine whether a container engine answers; asked only when it matters
   * @throws IllegalArgumentException when the value is none of the two
   * @throws IllegalStateException when containers are asked for and no engine answers
   */
  public static ServerChoice of(String value, BooleanSupplier engine) {
    return switch (value) {
      case "", "embedded" -> EMBEDDED;
      case "containers" -> withEngine(engine);
      default ->
          throw new IllegalArgumentException(
              PROPERTY + " is \"" + value + "\"; it must be \"embedded\" or \"containers\"");
    };
  }

  private static ServerChoice withEngine(BooleanSupplier engine) {
    if (!engine.getAsBoolean()) {
      throw new IllegalStateException(
          PROPERTY
              + " asks for containers, and no container engine answers:"
              + " start Docker or Podman (and set DOCKER_HOST), or leave the property out"
              + " to run the servers as child processes");
    }
    return CONTAINERS;
  }
}
