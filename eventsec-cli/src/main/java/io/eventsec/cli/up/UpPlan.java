package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be run.
 *
 * @param data the directory of everything that is kept
 * @param port of the console and the API on 127.0.0.1
 * @param rules Sigma rules beside the bundled ones
 * @param database an existing PostgreSQL; empty to start one
 * @param search the URL of an existing OpenSearch; empty to start one
 */
record UpPlan(
    Path data,
    int port,
    Optional<Path> rules,
    Optional<DatabaseAccess> database,
    Optional<String> search) {

  UpPlan {
    if (port < 1 || port > 65_535) {
      throw failed("--port " + port + " is not a port", "use 1 to 65535");
    }
    if (rules.isPresent() && !Files.isDirectory(rules.get())) {
      throw failed(
          "--rules " + rules.get() + " is not a directory",
          "name the directory of your Sigma rules");
    }
  }

  /** Where browsers and sensors of this machine find it. */
  URI address() {
    return URI.create("http://localhost:" + port);
  }

  private static CommandFailedException failed(String problem, String cure) {
    return new CommandFailedException(ExitStatus.FAILED, problem, cure);
  }
}
