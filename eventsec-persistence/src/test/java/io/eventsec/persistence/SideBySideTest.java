package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.persistence.vulnerability.SideBySide;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private final List<Thread> made = new ArrayList<>();
  private final ThreadFactory threads =
      work -> {
        Thread thread = new Thread(work);
        made.add(thread);
        return thread;
      };
  private final List<String> told = new ArrayList<>();

  /** Notes what it is told, and throws at what it is to end with. */
  private final class Told implements SideBySide.Outcomes<Integer, String> {
    private final boolean ending;

    Told(boolean ending) {
      this.ending = ending;
    }

    @Override
    public void next() {
      told.add("next");
    }

    @Override
    public void done(Integer thing, String result) {
      told.add(thing + result);
    }

    @Override
    public void failed(Integer thing, RuntimeException why) {
      told.add(thing + " " + why.getMessage());
      if (ending) {
        throw why;
      }
    }
  }

  @AfterEach
  void noThreadIsLeft() throws InterruptedException {
    for (Thread thread : made) {
      thread.join(TimeUnit.MINUTES.toMillis(1));
      assertThat(thread.isAlive()).isFalse();
    }
  }

  @Test
  void outcomes_areToldInOrder_whateverIsDoneFirst() {
    CountDownLatch second = new CountDownLatch(1);
    SideBySide.run(
        threads,
        List.of(1, 2),
        one -> {
          if (one == 1) {
            await(second);
          } else {
            second.countDown();
          }
          return "!";
        },
        new Told(false));
    assertThat(told).containsExactly("next", "1!", "next", "2!");
  }

  @Test
  void noMoreThanTwo_areAtWorkAtOnce() {
    AtomicInteger at = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    SideBySide.run(
        threads,
        IntStream.range(0, 50).boxed().toList(),
        one -> {
          most.accumulateAndGet(at.incrementAndGet(), Math::max);
          at.decrementAndGet();
          return "";
        },
        new Told(false));
    assertThat(most.get()).isBetween(1, 2);
    assertThat(made).hasSize(2);
  }

  @Test
  void failure_isToldAndHoldsUpNoOther() {
    SideBySide.run(
        threads,
        List.of(1, 2, 3),
        one -> {
          if (one == 2) {
            throw new IllegalArgumentException("bad");
          }
          return "!";
        },
        new Told(false));
    assertThat(told).containsExactly("next", "1!", "next", "2 bad", "next", "3!");
  }

  @Test
  void failureThatEnds_leavesWhatHasNotBegun_andWaitsForWhatHas() {
    AtomicInteger ended = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(2);
    assertThatThrownBy(
            () ->
                SideBySide.run(
                    threads,
                    IntStream.rangeClosed(1, 1_000).boxed().toList(),
                    one -> {
                      begun.countDown();
                      await(begun);
                      if (one == 1) {
                        throw new IllegalArgumentException("bad");
                      }
                      Thread.yield();
                      ended.incrementAndGet();
                      return "!";
                    },
                    new Told(true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bad");
    assertThat(told).containsExactly("next", "1 bad");
    int then = ended.get();
    assertThat(then).isPositive();
    assertThat(ended.get()).isEqualTo(then);
  }

  @Test
  void nothing_isNothing() {
    SideBySide.run(threads, List.<Integer>of(), one -> "", new Told(false));
    assertThat(told).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
