package io.eventsec.cli.ship;

import io.eventsec.cli.follow.Stop;
import io.eventsec.cli.terminal.ExitStatus;
import java.time.Duration;

/**
 * Turns the signals that end a process (SIGTERM, SIGINT, SIGHUP) into the wish to stop, and the end
 * that follows into one with status 0.
 */
final class Signals implements AutoCloseable {
  /** Longer than the collector takes, shorter than service managers wait. */
  private static final Duration LONGEST = Duration.ofSeconds(25);

  private final Thread hook;

  private Signals(Thread hook) {
    this.hook = hook;
  }

  /** From now on a signal asks for the end and waits for it. */
  static Signals stopping(Stop stop) {
    Thread hook = new Thread(() -> end(stop), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Signals(hook);
  }

  /** A process that is ended by a signal has the signal's status, unless it is halted. */
  private static void end(Stop stop) {
    stop.ask();
    try {
      boolean ended = stop.awaitDone(LONGEST);
      Runtime.getRuntime().halt(ended ? ExitStatus.OK : ExitStatus.FAILED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From now on signals end the process as they do everywhere. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is running: that is why this is closed.
    }
  }
}
