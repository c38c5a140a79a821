package io.eventsec.app.health;

import io.eventsec.app.http.Outages;
import io.eventsec.app.log.Printable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks all components at once, each with a deadline, and keeps the answers for a second so that
 * probes cannot be a load. Safe to share between threads; those that come while a round is under
 * way wait for it.
 */
final class Checks {
  private static final Duration KEEP = Duration.ofSeconds(1);

  private final List<Component> components;
  private final ExecutorService executor;
  private final Duration deadline;
  private final InstantSource clock;
  private final Map<String, ComponentState> last = new HashMap<>();
  private List<ComponentState> answers = List.of();
  private Instant until = Instant.MIN;

  Checks(
      List<Component> components,
      ExecutorService executor,
      Duration deadline,
      InstantSource clock) {
    this.components = List.copyOf(components);
    this.executor = executor;
    this.deadline = deadline;
    this.clock = clock;
  }

  /** How every component is, in the order given. */
  synchronized List<ComponentState> states() {
    if (clock.instant().isBefore(until)) {
      return answers;
    }
    List<Future<Component.Finding>> rounds = new ArrayList<>();
    components.forEach(component -> rounds.add(ask(component)));
    long end = System.nanoTime() + deadline.toNanos();
    List<ComponentState> states = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      states.add(state(components.get(i).name(), answer(rounds.get(i), end)));
    }
    answers = List.copyOf(states);
    until = clock.instant().plus(KEEP);
    return answers;
  }

  private Future<Component.Finding> ask(Component component) {
    try {
      return executor.submit(component::check);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Component.Finding answer(Future<Component.Finding> round, long end) {
    try {
      return round.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      round.cancel(true);
      return Component.Finding.down("It did not answer within " + deadline.toMillis() + " ms.");
    } catch (ExecutionException | CancellationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String reason = Outages.isOne(cause) ? Outages.reason(cause) : cause.toString();
      return Component.Finding.down(Printable.of(reason));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      round.cancel(true);
      return Component.Finding.down("The check was interrupted.");
    }
  }

  private ComponentState state(String name, Component.Finding finding) {
    ComponentState now =
        new ComponentState(
            name, finding.state(), finding.reason(), clock.instant(), finding.details());
    ComponentState before = last.get(name);
    ComponentState known =
        before != null && before.state() == now.state() ? now.since(before.since()) : now;
    last.put(name, known);
    return known;
  }
}
