package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the programs are: the folder that the distribution is unpacked in.
 *
 * @param home that folder
 */
record Installation(Path home) {
  /** The server's name, which is the name of its folder. */
  static final String SERVER = "eventsec";

  /** The installation that this program was started from. */
  static Installation current() {
    String home = System.getProperty("eventsec.home");
    if (home == null) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "the system property eventsec.home does not say where the application is",
          "start through bin/eventsec of the distribution, or through ./eventsec in the sources");
    }
    return new Installation(Path.of(home).toAbsolutePath().normalize()).checked();
  }

  private Installation checked() {
    for (Path needed : new Path[] {serverJar(), configuration().resolve("server.xml"), war()}) {
      if (!Files.isRegularFile(needed)) {
        throw new CommandFailedException(
            ExitStatus.FAILED,
            "the installation is not complete: " + needed + " is missing",
            "build it again");
      }
    }
    return this;
  }

  Path liberty() {
    return home.resolve("wlp");
  }

  Path serverJar() {
    return liberty().resolve("bin/tools/ws-server.jar");
  }

  Path agentJar() {
    return liberty().resolve("bin/tools/ws-javaagent.jar");
  }

  Path moduleOptions() {
    return liberty().resolve("lib/platform/java/java9.options");
  }

  Path user() {
    return home.resolve("usr");
  }

  Path configuration() {
    return user().resolve("servers").resolve(SERVER);
  }

  private Path war() {
    return configuration().resolve("apps/eventsec.war");
  }
}
