package io.eventsec.app.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Asks all components at once, each with a deadline, and keeps the answers. {@link #look} is for
 * one thread that does it all the time; {@link #states} is for probes and only reads, so that
 * however many come, they cost nothing and are no load for any server.
 */
final class Checks {
  /** Probes that wait hold a thread of the server each; the others are told what is known. */
  private static final int MOST_WAITING = 8;

  private final List<Check> checks;
  private final Duration deadline;
  private final InstantSource clock;
  private final Duration stale;
  private final CountDownLatch looked = new CountDownLatch(1);
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private volatile Answers answers;

  /**
   * Checks of these components.
   *
   * @param deadline how long each may take
   */
  Checks(
      List<Component> components,
      ExecutorService executor,
      Duration deadline,
      InstantSource clock) {
    this.checks = components.stream().map(one -> new Check(one, executor, clock)).toList();
    this.deadline = deadline;
    this.clock = clock;
    this.stale = deadline.multipliedBy(2).plusSeconds(10);
    this.answers =
        new Answers(clock.instant(), components.stream().map(one -> untold(one.name())).toList());
  }

  private record Answers(Instant at, List<ComponentState> states) {}

  /** Asks everyone. */
  void look() {
    checks.forEach(Check::begin);
    List<ComponentState> states = checks.stream().map(check -> check.end(deadline)).toList();
    answers = new Answers(clock.instant(), states);
    looked.countDown();
  }

  /**
   * How every component was when it was last asked, in the order given. Who comes before the first
   * round has ended waits for it, for as long as it may take; of many who come then, some are told
   * at once that nothing has been checked yet.
   */
  List<ComponentState> states() {
    awaitFirst();
    Answers known = answers;
    if (Duration.between(known.at(), clock.instant()).compareTo(stale) > 0) {
      return known.states().stream().map(state -> outdated(state, known.at())).toList();
    }
    return known.states();
  }

  private void awaitFirst() {
    if (looked.getCount() == 0 || !waiting.tryAcquire()) {
      return;
    }
    try {
      looked.await(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.release();
    }
  }

  private ComponentState untold(String name) {
    return state(name, "It has not been checked yet.", clock.instant());
  }

  private static ComponentState outdated(ComponentState state, Instant at) {
    return state(state.name(), "It has not been checked since " + at + '.', at);
  }

  private static ComponentState state(String name, String reason, Instant since) {
    return new ComponentState(
        name, ComponentState.State.DOWN, reason, since, Duration.ZERO, Map.of());
  }
}
