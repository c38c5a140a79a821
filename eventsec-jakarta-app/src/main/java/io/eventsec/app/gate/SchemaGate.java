package io.eventsec.app.gate;

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
   * Fails if the gate is still closed.
   *
   * @throws GateClosedException with what is missing and the cure
   */
  public void check() {
    State now = state;
    if (!now.open()) {
      throw new GateClosedException(now.reason());
    }
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
