package io.eventsec.embedded.test.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceTest {
  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void value_askedTwice_isMadeOnce() {
    Once<String> once = new Once<>(() -> "made " + calls.incrementAndGet());
    assertThat(once.get()).isEqualTo("made 1").isSameAs(once.get());
  }

  @Test
  void failure_askedTwice_isTheSameAndNotTriedAgain() {
    Once<String> once =
        new Once<>(
            () -> {
              throw new IllegalStateException("try " + calls.incrementAndGet());
            });
    Throwable first = catchThrowable(once::get);
    assertThat(first).hasMessage("try 1").isSameAs(catchThrowable(once::get));
  }
}
