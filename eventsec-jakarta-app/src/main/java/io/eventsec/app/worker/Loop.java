package io.eventsec.app.worker;

import io.eventsec.app.http.Outages;
import io.eventsec.app.log.CorrelationId;
import io.eventsec.app.log.Details;
import io.eventsec.app.log.Printable;
import io.eventsec.app.log.WorkerMessages;
import io.eventsec.core.spi.PositionConflictException;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Runs one step over and over on the thread that calls {@link #run()}, until {@link #stop()} or an
 * interrupt. A step that fails is tried again after a growing while; nothing ends the loop but a
 * stop. {@link #state()} may be asked from any thread.
 */
final class Loop implements Runnable {
  private static final Logger LOG = System.getLogger(Loop.class.getName());

  private final Step step;
  private final AppendSignal signal;
  private final Duration poll;
  private final Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());
  private volatile LoopState state;
  private volatile boolean stopped;

  /**
   * A loop.
   *
   * @param poll how long it waits for a signal when a step had nothing to do
   */
  Loop(String name, Step step, AppendSignal signal, Duration poll) {
    this.step = step;
    this.signal = signal;
    this.poll = poll;
    this.state = new LoopState(name, LoopState.Phase.STARTING, Instant.now(), Optional.empty());
  }

  LoopState state() {
    return state;
  }

  /** Ends it after the step under way. */
  void stop() {
    stopped = true;
    signal.raise();
  }

  @Override
  public void run() {
    try {
      CorrelationId.accept("loop-" + state.name())
          .<InterruptedException, RuntimeException>during(this::loop);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end();
      state = state.in(LoopState.Phase.STOPPED, state.lastError());
    }
  }

  private void end() {
    try {
      step.end();
    } catch (RuntimeException e) {
      Details.logFailure(
          LOG, e, "What a loop held was not given back; its lease runs out by itself");
    }
  }

  private void loop() throws InterruptedException {
    while (!stopped && !Thread.currentThread().isInterrupted()) {
      long seen = signal.count();
      Optional<Duration> pause = attempt();
      if (pause.isPresent() && !stopped) {
        signal.awaitBeyond(seen, pause.get());
      }
    }
  }

  /** Does a step and says how long to wait before the next one. */
  private Optional<Duration> attempt() throws InterruptedException {
    try {
      Outcome outcome = step.run();
      backoff.reset();
      recovered();
      state = state.in(phase(outcome), Optional.empty());
      return outcome == Outcome.WORKED ? Optional.empty() : Optional.of(poll);
    } catch (PositionConflictException e) {
      Details.log(LOG, "{loop}: another node was faster", state.name());
      return Optional.of(backoff.next());
    } catch (RuntimeException | LinkageError e) {
      return failed(e);
    }
  }

  private static LoopState.Phase phase(Outcome outcome) {
    return switch (outcome) {
      case WORKED -> LoopState.Phase.WORKING;
      case IDLE -> LoopState.Phase.IDLE;
      case ELSEWHERE -> LoopState.Phase.ELSEWHERE;
    };
  }

  private Optional<Duration> failed(Throwable e) throws InterruptedException {
    boolean outage = Outages.isOne(e);
    String reason = Printable.of(outage ? Outages.reason(e) : e.toString());
    LoopState.Phase phase = outage ? LoopState.Phase.WAITING : LoopState.Phase.FAILING;
    if (state.phase() != phase && !stopped) {
      if (outage) {
        WorkerMessages.LOOP_WAITS.log(LOG, state.name(), reason);
      } else {
        WorkerMessages.LOOP_STEP_FAILED.logFailure(LOG, e, state.name());
      }
    }
    state = state.in(phase, Optional.of(reason));
    sleep(backoff.next());
    return Optional.empty();
  }

  /** Waits even when signals come in: they do not make a failing server well. */
  private void sleep(Duration pause) throws InterruptedException {
    long end = System.nanoTime() + pause.toNanos();
    long left = pause.toNanos();
    while (left > 0 && !stopped) {
      signal.awaitBeyond(signal.count(), Duration.ofNanos(left));
      left = end - System.nanoTime();
    }
  }

  private void recovered() {
    if (!state.healthy()) {
      WorkerMessages.LOOP_RECOVERED.log(LOG, state.name());
    }
  }

  /** How a step went. */
  enum Outcome {
    /** It did something; there may be more. */
    WORKED,
    /** There was nothing to do. */
    IDLE,
    /** Another node does it. */
    ELSEWHERE;

    static Outcome worked(boolean something) {
      return something ? WORKED : IDLE;
    }
  }

  /** One step. */
  @FunctionalInterface
  interface Step {
    /** Does it. */
    Outcome run() throws InterruptedException;

    /** The loop ends: gives back what was held for the steps. */
    default void end() {}
  }
}
