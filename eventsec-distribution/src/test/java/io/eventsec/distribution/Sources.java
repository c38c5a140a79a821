package io.eventsec.distribution;

import java.nio.file.Path;

/** The source tree that this module is part of. */
final class Sources {
  private Sources() {}

  /** Its top; tests run in the module's directory. */
  static Path root() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  static String script(String name) {
    return root().resolve("scripts").resolve(name).toString();
  }

  static String inContainer(String name) {
    return root().resolve("liberty").resolve("container").resolve(name).toString();
  }
}
