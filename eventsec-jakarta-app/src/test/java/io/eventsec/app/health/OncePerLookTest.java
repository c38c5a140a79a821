package io.eventsec.app.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.testkit.Parallel;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OncePerLookTest {
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void manyAtOnce_askOnce_andGetTheSame() throws Exception {
    OncePerLook<Integer> once = new OncePerLook<>(asked::incrementAndGet);
    for (int look = 1; look <= 50; look++) {
      once.next();
      Callable<Integer> check = once::get;
      assertThat(Parallel.run(Collections.nCopies(4, check))).containsOnly(look);
    }
    assertThat(asked).hasValue(50);
  }

  @Test
  void failure_isEverybodys_untilTheNextLook() {
    OncePerLook<Integer> once =
        new OncePerLook<>(
            () -> {
              if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
              }
              return 7;
            });
    for (int check = 0; check < 3; check++) {
      assertThatThrownBy(once::get).isInstanceOf(IllegalStateException.class).hasMessage("away");
    }
    assertThat(asked).hasValue(1);
    once.next();
    assertThat(once.get()).isEqualTo(7);
  }
}
