package io.eventsec.embedded.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A point in time that waiting must not pass. */
public final class Deadline {
  private static final long STEP_MILLIS = 20;

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  /** The point {@code time} from now. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Whether it has come. */
  public boolean passed() {
    return System.nanoTime() - end >= 0;
  }

  /** What is left, never negative. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /**
   * Lets a little time go by between two looks at another process.
   *
   * @throws ServerFailure when the thread was interrupted, whose interrupt status is then set
   */
  public void step() throws ServerFailure {
    try {
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * Waits for a process that need not be a child; {@link ProcessHandle#onExit()} looks at such a
   * one too seldom.
   *
   * @return whether it ended in time
   */
  boolean awaitEnd(ProcessHandle process) throws ServerFailure {
    while (process.isAlive() && !passed()) {
      step();
    }
    return !process.isAlive();
  }

  static ServerFailure interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new ServerFailure("interrupted while waiting for a server", "start it again", e);
  }
}
