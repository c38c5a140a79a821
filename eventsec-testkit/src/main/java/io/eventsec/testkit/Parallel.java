package io.eventsec.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs tasks at the same moment, each on a thread of its own. */
public final class Parallel {
  private static final long DEADLINE_SECONDS = 60;

  private Parallel() {}

  /**
   * Runs them and waits, for a minute at most.
   *
   * @return what they returned, in the order given; what one threw is thrown from here
   */
  public static <T> List<T> run(List<Callable<T>> tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      CyclicBarrier start = new CyclicBarrier(tasks.size());
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> task : tasks) {
        futures.add(
            threads.submit(
                () -> {
                  start.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
                  return task.call();
                }));
      }
      return results(futures);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> List<T> results(List<Future<T>> futures)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get(DEADLINE_SECONDS, TimeUnit.SECONDS));
    }
    return results;
  }
}
