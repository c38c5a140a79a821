package io.eventsec.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.spi.PositionConflictException;
import io.eventsec.core.spi.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final long DEADLINE_SECONDS = 20;

  private final AppendSignal signal = new AppendSignal();
  private final BlockingQueue<Loop.Step> script = new LinkedBlockingQueue<>();
  private final AtomicInteger steps = new AtomicInteger();
  private final Loop loop = new Loop("test", this::step, signal, LONG);
  private final Thread thread = new Thread(loop, "loop-under-test");

  @AfterEach
  void stop() throws InterruptedException {
    loop.stop();
    thread.join(TimeUnit.SECONDS.toMillis(DEADLINE_SECONDS));
    assertThat(thread.isAlive()).isFalse();
    assertThat(loop.state().phase()).isEqualTo(LoopState.Phase.STOPPED);
  }

  @Test
  void signal_wakesAnIdleLoopAtOnce() {
    thread.start();
    await(() -> loop.state().phase() == LoopState.Phase.IDLE);
    int before = steps.get();
    signal.raise();
    await(() -> steps.get() > before);
  }

  @Test
  void signalDuringAStep_isNotLost() {
    script.add(
        () -> {
          signal.raise();
          return Loop.Outcome.IDLE;
        });
    thread.start();
    await(() -> steps.get() >= 2);
  }

  @Test
  void workingLoop_doesNotPause() {
    for (int i = 0; i < 50; i++) {
      script.add(() -> Loop.Outcome.WORKED);
    }
    thread.start();
    await(() -> steps.get() >= 51);
  }

  @Test
  void outage_isSeenAndEnds() {
    script.add(
        () -> {
          throw new StoreUnavailableException("the database\nis away");
        });
    BlockingQueue<Loop.Outcome> release = new LinkedBlockingQueue<>();
    script.add(release::take);
    thread.start();
    await(() -> loop.state().phase() == LoopState.Phase.WAITING);
    assertThat(loop.state().lastError()).hasValue("the database\\u000ais away");
    assertThat(loop.state().healthy()).isFalse();
    release.add(Loop.Outcome.IDLE);
    await(() -> loop.state().phase() == LoopState.Phase.IDLE);
    assertThat(loop.state().lastError()).isEmpty();
  }

  @Test
  void defect_isSeenAndTriedAgain() {
    script.add(
        () -> {
          throw new IllegalStateException("defect");
        });
    thread.start();
    await(() -> loop.state().phase() == LoopState.Phase.FAILING);
    await(() -> loop.state().phase() == LoopState.Phase.IDLE);
    assertThat(steps.get()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void fasterNode_isNoFailure() {
    script.add(
        () -> {
          throw new PositionConflictException("moved");
        });
    thread.start();
    await(() -> steps.get() >= 2 && loop.state().phase() == LoopState.Phase.IDLE);
    assertThat(loop.state().healthy()).isTrue();
  }

  private Loop.Outcome step() throws InterruptedException {
    steps.incrementAndGet();
    Loop.Step next = script.poll();
    return next == null ? Loop.Outcome.IDLE : next.run();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
