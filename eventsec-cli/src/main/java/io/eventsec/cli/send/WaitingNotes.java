package io.eventsec.cli.send;

import io.eventsec.cli.terminal.Terminal;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Says why it waits, once every few seconds however many batches wait. */
public final class WaitingNotes {
  private static final long EVERY = TimeUnit.SECONDS.toNanos(5);

  private final Terminal terminal;
  private final AtomicLong next = new AtomicLong(System.nanoTime());

  /** Says so there. */
  public WaitingNotes(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A batch has to be tried again. */
  public void waiting(String reason) {
    long due = next.get();
    long now = System.nanoTime();
    if (now - due >= 0 && next.compareAndSet(due, now + EVERY)) {
      terminal.clearTransient();
      terminal.note("waiting for the server: " + reason);
    }
  }
}
