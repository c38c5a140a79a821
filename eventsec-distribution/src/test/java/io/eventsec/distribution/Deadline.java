package io.eventsec.distribution;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Waits for something to become true, and says what did not. A server that cannot answer now, since
 * it is starting or was killed, is waited for too.
 */
final class Deadline {
  private static final long POLL_NANOS = 50_000_000;

  private Deadline() {}

  static void await(Duration limit, Supplier<String> what, Callable<Boolean> condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!isTrue(condition)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + limit + ": " + what.get());
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private static boolean isTrue(Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (IOException e) {
      return false;
    } catch (Exception e) {
      throw new AssertionError("The condition could not be looked at", e);
    }
  }
}
