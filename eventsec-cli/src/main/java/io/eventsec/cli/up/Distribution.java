package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The installed product.
 *
 * @param home the directory with {@code bin}, {@code lib}, {@code wlp} and {@code usr}
 */
record Distribution(Path home) {
  private static final String PROPERTY = "eventsec.home";

  /** The one this command was started from. */
  static Distribution current() {
    String home = System.getProperty(PROPERTY, "");
    if (home.isEmpty()) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "this command does not know where EVENTSEC is installed",
          "start it with bin/eventsec of a distribution, or with ./eventsec in the source tree");
    }
    Distribution found = new Distribution(Path.of(home).toAbsolutePath().normalize());
    for (Path needed : new Path[] {found.serverJar(), found.application()}) {
      if (!Files.isRegularFile(needed)) {
        throw new CommandFailedException(
            ExitStatus.FAILED,
            "the installation at " + found.home + " is not whole: there is no " + needed,
            "unpack it again, or in the source tree run ./eventsec after 'mvn clean'");
      }
    }
    return found;
  }

  Path runtime() {
    return home.resolve("wlp");
  }

  Path serverJar() {
    return runtime().resolve("bin").resolve("tools").resolve("ws-server.jar");
  }

  Path users() {
    return home.resolve("usr");
  }

  Path server() {
    return users().resolve("servers").resolve(ApplicationServer.NAME);
  }

  Path application() {
    return server().resolve("apps").resolve("eventsec.war");
  }
}
