package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something with a deadline. */
final class Await {
  private static final long SECONDS = 120;
  private static final long PAUSE_MILLIS = 100;

  private Await() {}

  /** Asks until the answer fits. */
  static <T> T until(Supplier<T> ask, Predicate<T> fits) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (true) {
      T answer = ask.get();
      if (fits.test(answer)) {
        return answer;
      }
      assertThat(System.nanoTime())
          .as("nothing else than %s within %s s", answer, SECONDS)
          .isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }
  }

  /** The application is ready. */
  static void ready() {
    until(() -> Client.anonymous().get("/readyz"), answer -> answer.status() == 200);
  }
}
