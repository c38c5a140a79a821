package io.eventsec.embedded.test.internal;

import org.testcontainers.DockerClientFactory;

/** The engine that Testcontainers finds. */
final class ContainerEngine {
  private ContainerEngine() {}

  /**
   * Whether an engine answers.
   *
   * @throws IllegalStateException when Testcontainers is not on the class path
   */
  static boolean answers() {
    try {
      return DockerClientFactory.instance().isDockerAvailable();
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          ServerChoice.PROPERTY
              + " asks for containers, and Testcontainers is not on the class path:"
              + " add org.testcontainers:testcontainers-postgresql to the test scope",
          e);
    }
  }
}
