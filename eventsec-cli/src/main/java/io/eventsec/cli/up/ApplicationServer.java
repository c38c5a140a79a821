package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The application on Liberty, as a child in a session of its own: Ctrl-C does not reach it, and it
 * stops when this process ends, in whatever way. Thread-safe.
 */
final class ApplicationServer implements AutoCloseable {
  static final String NAME = "eventsec";

  /** Options for some other program; the server must not pick them up. */
  private static final Set<String> FOREIGN =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH", "JVM_ARGS");

  private static final long STOP_SECONDS = 30;

  private final ServerCommand command;
  private final Map<String, String> settings;
  private @Nullable Process process;

  /**
   * A server that is not started yet.
   *
   * @param settings environment variables of the application
   */
  ApplicationServer(ServerCommand command, Map<String, String> settings) {
    this.command = command;
    this.settings = Map.copyOf(settings);
  }

  /** Starts the process; whether it gets ready is another question. */
  synchronized void start() throws IOException {
    Files.createDirectories(command.output());
    Path log = command.console();
    if (Files.exists(log)) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    ProcessBuilder builder =
        new ProcessBuilder(command.line(supervisor()))
            .directory(command.output().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(FOREIGN::contains);
    builder.environment().putAll(command.environment());
    builder.environment().putAll(settings);
    process = builder.start();
  }

  private Path supervisor() throws IOException {
    Path script = command.output().resolve("supervise.sh");
    try (InputStream in = ApplicationServer.class.getResourceAsStream("supervise.sh")) {
      if (in == null) {
        throw new IOException("supervise.sh is missing in this build");
      }
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
    }
    return script;
  }

  synchronized boolean isRunning() {
    Process started = process;
    return started != null && started.isAlive();
  }

  /** What it is about to fail with: how the process ended, and its last words. */
  synchronized CommandFailedException failure(String what) {
    Process started = process;
    String end =
        started == null || started.isAlive() ? "" : " (status " + started.exitValue() + ")";
    List<String> said = new ServerLog(command).lastWords();
    return new CommandFailedException(
        ExitStatus.FAILED,
        "the application " + what + end + ". It said:\n  " + String.join("\n  ", said),
        "mend what it names and start again; the whole log is " + command.messages());
  }

  @Override
  public void close() throws IOException {
    Process started;
    synchronized (this) {
      started = process;
      process = null;
    }
    if (started == null) {
      return;
    }
    started.getOutputStream().close();
    try {
      if (!started.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        started.descendants().forEach(ProcessHandle::destroyForcibly);
        started.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
