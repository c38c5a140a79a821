package io.eventsec.embedded;

import io.eventsec.embedded.internal.LogFile;
import io.eventsec.embedded.internal.ServerFailure;
import io.eventsec.embedded.internal.ServerProcess;
import io.eventsec.embedded.internal.Supervisor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Any other server as a child of this process, kept like the embedded ones: in a session of its
 * own, so that a Ctrl-C in the terminal does not reach it, and stopped by SIGTERM when this process
 * stops it or ends in whatever way. Thread-safe.
 */
public final class ChildProcess {
  private static final Supervisor SUPERVISOR = new Supervisor("TERM", "KILL");

  private final ServerProcess process;

  private ChildProcess(ServerProcess process) {
    this.process = process;
  }

  /**
   * Starts it; it is not ready yet.
   *
   * @param command program and arguments
   * @param variables of its environment, on top of ours
   * @param log the file that its output is appended to; its directory must be there
   * @throws EmbeddedServerException if it cannot be run
   */
  public static ChildProcess start(List<String> command, Map<String, String> variables, Path log) {
    Path directory = Objects.requireNonNull(log.toAbsolutePath().getParent(), "log's directory");
    try {
      return new ChildProcess(
          ServerProcess.start(
              SUPERVISOR.command(directory.resolve("supervise.sh"), command),
              variables,
              new LogFile(log)));
    } catch (ServerFailure e) {
      throw EmbeddedServerException.of(command.get(0) + " did not start", e);
    }
  }

  /** Whether it lives. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The last lines it has printed since it was started, at most twenty. */
  public String tail() {
    return process.tail();
  }

  /** Asks it to stop, and ends it by force if it takes longer than that. */
  public void stop(Duration time) {
    try {
      if (!process.stop(time)) {
        process.kill();
      }
    } catch (ServerFailure e) {
      throw EmbeddedServerException.of("the child did not stop", e);
    }
  }

  /** Ends it and all below it at once, as a crash would. */
  public void kill() {
    try {
      process.kill();
    } catch (ServerFailure e) {
      throw EmbeddedServerException.of("the child could not be killed", e);
    }
  }
}
