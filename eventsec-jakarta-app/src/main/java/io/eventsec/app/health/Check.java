package io.eventsec.app.health;

import io.eventsec.app.http.Outages;
import io.eventsec.app.log.Printable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The check of one component, over and over. One that hangs is not begun a second time, so that a
 * server that does not answer costs one thread. For one thread.
 */
final class Check {
  private final Component component;
  private final ExecutorService executor;
  private final InstantSource clock;
  private @Nullable Future<Component.Finding> underWay;
  private long begun;
  private @Nullable ComponentState last;

  Check(Component component, ExecutorService executor, InstantSource clock) {
    this.component = component;
    this.executor = executor;
    this.clock = clock;
  }

  /** Begins, unless the last one has not ended. */
  void begin() {
    if (underWay == null) {
      begun = System.nanoTime();
      underWay = submit();
    }
  }

  private Future<Component.Finding> submit() {
    try {
      return executor.submit(component::check);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** What came of it, or that it took longer than the deadline. */
  ComponentState end(Duration deadline) {
    Component.Finding finding = finding(deadline);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    ComponentState now =
        new ComponentState(
            component.name(),
            finding.state(),
            finding.reason(),
            clock.instant(),
            took,
            finding.details());
    ComponentState before = last;
    last = before != null && before.state() == now.state() ? now.since(before.since()) : now;
    return last;
  }

  private Component.Finding finding(Duration deadline) {
    Future<Component.Finding> check = underWay;
    if (check == null) {
      return Component.Finding.down("It was not checked.");
    }
    try {
      long left = deadline.toNanos() - (System.nanoTime() - begun);
      Component.Finding finding = check.get(Math.max(0, left), TimeUnit.NANOSECONDS);
      underWay = null;
      return finding;
    } catch (TimeoutException e) {
      return Component.Finding.down("It did not answer within " + deadline.toMillis() + " ms.");
    } catch (ExecutionException | CancellationException e) {
      underWay = null;
      return Component.Finding.down(reason(e.getCause() == null ? e : e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Component.Finding.down("The check was interrupted.");
    }
  }

  private static String reason(Throwable cause) {
    return Printable.of(Outages.isOne(cause) ? Outages.reason(cause) : cause.toString());
  }
}
