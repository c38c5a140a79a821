package io.eventsec.search.internal;

import io.eventsec.core.spi.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits between attempts. */
@FunctionalInterface
public interface Pause {
  /** Lets the thread sleep. */
  Pause SLEEP =
      time -> {
        try {
          TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new StoreUnavailableException("Interrupted while OpenSearch asked to wait", e);
        }
      };

  /**
   * Waits that long.
   *
   * @throws StoreUnavailableException if the thread is interrupted
   */
  void of(Duration time);
}
