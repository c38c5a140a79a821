package io.eventsec.app.health;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Something that several checks want to know and that is asked once for each look: whoever comes
 * first asks, the others wait for the answer. Safe to share between threads.
 */
final class OncePerLook<T> {
  private final Supplier<T> ask;
  private volatile FutureTask<T> answer;

  OncePerLook(Supplier<T> ask) {
    this.ask = ask;
    this.answer = new FutureTask<>(ask::get);
  }

  /** From now on the answer is asked for anew. */
  void next() {
    answer = new FutureTask<>(ask::get);
  }

  /**
   * The answer of this look. What asking threw is thrown to everybody who waits for it.
   *
   * @throws IllegalStateException if the thread is interrupted meanwhile
   */
  T get() {
    FutureTask<T> current = answer;
    current.run();
    try {
      return current.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The check was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
