package io.eventsec.cli.follow;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish that a collector ends, and the word that it has. Thread-safe. */
public final class Stop {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  /** Asks for the end. */
  public void ask() {
    asked.countDown();
  }

  /** True if the end was asked for. */
  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Waits, unless the end is asked for; true if it is. */
  boolean await(Duration longest) throws InterruptedException {
    return asked.await(longest.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Tells that everything has ended. */
  void done() {
    done.countDown();
  }

  /** Waits until everything has ended; false if that takes longer. */
  public boolean awaitDone(Duration longest) throws InterruptedException {
    return done.await(longest.toNanos(), TimeUnit.NANOSECONDS);
  }
}
