package io.eventsec.embedded.test.internal;

/** The servers that the system properties of this JVM ask for. */
public final class ChosenServers {
  private ChosenServers() {}

  /**
   * Makes the choice.
   *
   * @throws IllegalStateException when containers are asked for and cannot be had
   */
  public static Servers servers() {
    String value = System.getProperty(ServerChoice.PROPERTY, "");
    return switch (ServerChoice.of(value, ContainerEngine::answers)) {
      case EMBEDDED -> new ChildServers();
      case CONTAINERS -> new ContainerServers();
    };
  }
}
