package io.eventsec.cli.up;

import io.eventsec.cli.terminal.Terminal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What has been started and must be stopped, the last one first, once, whoever asks for it: the end
 * of the command, a failure or a signal. Thread-safe.
 */
final class Running {
  private final Terminal terminal;
  private final Deque<Part> parts = new ArrayDeque<>();
  private final CountDownLatch stopAsked = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  private record Part(String name, AutoCloseable stop) {}

  Running(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Thrown into a start that comes too late. */
  static final class StoppingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppingException() {
      super("EVENTSEC is being stopped");
    }
  }

  /**
   * Takes a part before it is started.
   *
   * @param name for people; empty for a part that is not worth a line
   * @param stop ends it, waits for that, and does nothing if it never ran
   * @throws StoppingException if everything is being stopped already
   */
  synchronized void add(String name, AutoCloseable stop) {
    if (isStopping()) {
      throw new StoppingException();
    }
    parts.push(new Part(name, stop));
  }

  boolean isStopping() {
    return stopAsked.getCount() == 0;
  }

  /** Waits for the wish to stop; true if it has come. */
  boolean awaitStop(long millis) throws InterruptedException {
    return stopAsked.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Stops everything; a second call waits for the first to have done so. */
  void stop() {
    if (begin()) {
      while (!parts.isEmpty()) {
        stop(parts.pop());
      }
      stopped.countDown();
      return;
    }
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean begin() {
    boolean first = !isStopping();
    stopAsked.countDown();
    return first;
  }

  private void stop(Part part) {
    long began = System.nanoTime();
    try {
      part.stop().close();
      if (!part.name().isEmpty()) {
        terminal.print(line(part.name(), "stopped in", began, ""));
      }
    } catch (Exception e) { // the others must be stopped whatever this one says
      terminal.fail(part.name() + " did not stop: " + e.getMessage(), "");
    }
  }

  /** A line of progress. */
  static String line(String part, String what, long beganNanos, String more) {
    return String.format(
        Locale.ROOT,
        "  %-12s %s %.1f s%s",
        part,
        what,
        (System.nanoTime() - beganNanos) / 1e9,
        more.isEmpty() ? "" : "  (" + more + ")");
  }
}
