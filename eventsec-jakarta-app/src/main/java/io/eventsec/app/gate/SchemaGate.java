package io.eventsec.app.gate;

import io.eventsec.core.spi.StoreUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Open once the schema is what this build needs. Whoever needs the schema waits here, with a
 * deadline, or asks. Once open it stays open: a database that goes away later is the business of
 * those who use it.
 */
@ApplicationScoped
public class SchemaGate {
  private final CountDownLatch opened = new CountDownLatch(1);
  private volatile State state =
      new State(false, "The schema has not been looked at yet.", Instant.now());

  /** True once the schema is there. */
  public boolean open() {
    return state.open();
  }

  /** Open or why not. */
  public State state() {
    return state;
  }

  /**
   * Waits for the gate to open.
   *
   * @return false if it was not open when the time was over
   * @throws InterruptedException if somebody wants this thread to stop
   */
  public boolean await(Duration deadline) throws InterruptedException {
    return opened.await(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Whether it is open, for those who look again and again.
   *
   * @param patience how long it may have been closed
   * @throws StoreUnavailableException if it has been closed for longer, with what is missing and
   *     the cure
   */
  public boolean openWithin(Duration patience) {
    State now = state;
    if (!now.open() && closedFor(patience)) {
      throw new StoreUnavailableException(now.reason());
    }
    return now.open();
  }

  /** True if it is closed and has been for longer than that. */
  boolean closedFor(Duration patience) {
    State now = state;
    return !now.open() && Instant.now().isAfter(now.since().plus(patience));
  }

  void open(String reason) {
    state = new State(true, reason, Instant.now());
    opened.countDown();
  }

  void stillClosed(String reason) {
    state = new State(false, reason, state.since());
  }

  /**
   * The gate at some moment.
   *
   * @param open whether one may pass
   * @param reason the schema's version, or why the gate is closed
   * @param since when it became so
   */
  public record State(boolean open, String reason, Instant since) {}
}
