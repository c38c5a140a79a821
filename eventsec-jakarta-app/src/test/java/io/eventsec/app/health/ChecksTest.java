package io.eventsec.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.spi.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void hangingComponent_isDown_andTheOthersAreNot() {
    CountDownLatch never = new CountDownLatch(1);
    Checks checks =
        checks(
            Duration.ofMillis(200),
            component(
                "hangs",
                () -> {
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return Component.Finding.up("");
                }),
            component("works", () -> Component.Finding.up("fine")));
    checks.look();
    List<ComponentState> states = checks.states();
    assertThat(states.get(0).ready()).isFalse();
    assertThat(states.get(0).reason()).contains("200 ms");
    assertThat(states.get(0).took()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    assertThat(states.get(1).state()).isEqualTo(ComponentState.State.UP);
    assertThat(states.get(1).reason()).isEqualTo("fine");
  }

  @Test
  void failingComponent_isDownWithTheReasonOnOneLine() {
    Checks checks =
        checks(
            Duration.ofSeconds(20),
            component(
                "database",
                () -> {
                  throw new StoreUnavailableException("refused\n\tat somewhere");
                }));
    checks.look();
    ComponentState state = checks.states().get(0);
    assertThat(state.ready()).isFalse();
    assertThat(state.reason()).isEqualTo("refused\\u000a\\u0009at somewhere");
  }

  @Test
  void componentThatHangsOn_isNotAskedASecondTime() {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    Checks checks =
        checks(
            Duration.ofMillis(50),
            component(
                "hangs",
                () -> {
                  asked.incrementAndGet();
                  awaitWhateverComes(release);
                  return Component.Finding.up("");
                }));
    checks.look();
    checks.look();
    checks.look();
    assertThat(asked).hasValue(1);
    assertThat(checks.states().get(0).ready()).isFalse();
    release.countDown();
    while (!checks.states().get(0).ready()) {
      checks.look();
    }
    assertThat(asked).hasValue(1);
    checks.look();
    assertThat(asked).hasValue(2);
  }

  @Test
  void probes_readWhatIsKnown_andAskNobody() {
    AtomicInteger asked = new AtomicInteger();
    Checks checks =
        checks(
            Duration.ofMillis(50),
            component(
                "counts",
                () -> {
                  asked.incrementAndGet();
                  return Component.Finding.up("");
                }));
    assertThat(checks.states().get(0).reason()).contains("not been checked yet");
    checks.look();
    for (int i = 0; i < 1_000; i++) {
      assertThat(checks.states().get(0).ready()).isTrue();
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void probesBeforeTheFirstLook_areKeptWaitingUpToEight_andTheOthersAreToldAtOnce()
      throws Exception {
    Checks checks =
        checks(Duration.ofMinutes(5), component("works", () -> Component.Finding.up("")));
    List<Future<ComponentState>> probes = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      probes.add(executor.submit(() -> checks.states().get(0)));
    }
    while (probes.stream().filter(Future::isDone).count() < 42) {
      Thread.onSpinWait();
    }
    assertThat(probes.stream().filter(Future::isDone)).hasSize(42);
    checks.look();
    int ready = 0;
    for (Future<ComponentState> probe : probes) {
      ready += probe.get(1, TimeUnit.MINUTES).ready() ? 1 : 0;
    }
    assertThat(ready).isEqualTo(8);
  }

  @Test
  void answersThatAreTooOld_areNoAnswers() {
    Checks checks =
        checks(Duration.ofSeconds(3), component("works", () -> Component.Finding.up("")));
    checks.look();
    Instant looked = now;
    now = now.plusSeconds(60);
    assertThat(checks.states().get(0).ready()).isFalse();
    assertThat(checks.states().get(0).reason()).contains(looked.toString());
  }

  @Test
  void since_isWhenTheStateChanged() {
    Instant start = now;
    AtomicInteger asked = new AtomicInteger();
    Checks checks =
        checks(
            Duration.ofSeconds(20),
            component(
                "changes",
                () ->
                    asked.incrementAndGet() < 3
                        ? new Component.Finding(ComponentState.State.DEGRADED, "", Map.of())
                        : Component.Finding.down("")));
    checks.look();
    now = now.plusSeconds(5);
    checks.look();
    assertThat(checks.states().get(0).since()).isEqualTo(start);
    now = now.plusSeconds(5);
    checks.look();
    assertThat(checks.states().get(0).since()).isEqualTo(now);
  }

  private static void awaitWhateverComes(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // This one does not listen: that is the point.
      }
    }
  }

  private Checks checks(Duration deadline, Component... components) {
    return new Checks(List.of(components), executor, deadline, () -> now);
  }

  private static Component component(String name, Supplier<Component.Finding> check) {
    return new Component() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Component.Finding check() {
        return check.get();
      }
    };
  }
}
