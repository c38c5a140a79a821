package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.embedded.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The application on Liberty, as a supervised child. Thread-safe. */
final class ApplicationServer implements AutoCloseable {
  static final String NAME = "eventsec";

  private static final Duration STOP = Duration.ofSeconds(25);

  private final ServerCommand command;
  private final Map<String, String> environment;
  private @Nullable ChildProcess process;

  /**
   * A server that is not started yet.
   *
   * @param settings environment variables of the application
   */
  ApplicationServer(ServerCommand command, Map<String, String> settings) {
    this.command = command;
    this.environment = new HashMap<>(command.environment());
    this.environment.putAll(settings);
  }

  /** Starts the process; whether it gets ready is another question. */
  synchronized void start() throws IOException {
    Files.createDirectories(command.output());
    process = ChildProcess.start(command.line(), environment, command.console());
  }

  synchronized boolean isRunning() {
    ChildProcess started = process;
    return started != null && started.isAlive();
  }

  /** What to tell of it when it does what it should not: its last words, and where the rest is. */
  CommandFailedException failure(String what) {
    List<String> said = new ServerLog(command).lastWords();
    return new CommandFailedException(
        ExitStatus.FAILED,
        "the application " + what + ". It said:\n  " + String.join("\n  ", said),
        "mend what it names and start again; the whole log is " + command.messages());
  }

  @Override
  public synchronized void close() {
    ChildProcess started = process;
    if (started != null) {
      started.stop(STOP);
      process = null;
    }
  }
}
