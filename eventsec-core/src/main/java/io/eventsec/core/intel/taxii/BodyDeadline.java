package io.eventsec.core.intel.taxii;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Closes a body that is not read in time, from another thread: the time of a request ends with the
 * headers of the answer.
 */
final class BodyDeadline implements AutoCloseable {
  private final AtomicBoolean passed = new AtomicBoolean();
  private final CompletableFuture<Void> watch;

  BodyDeadline(InputStream body, Duration time) {
    watch =
        CompletableFuture.runAsync(
            () -> end(body),
            CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void end(InputStream body) {
    passed.set(true);
    try {
      body.close();
    } catch (IOException e) {
      // Then it ends by itself.
      return;
    }
  }

  /** True if it was closed. */
  boolean hasPassed() {
    return passed.get();
  }

  @Override
  public void close() {
    watch.cancel(false);
  }
}
