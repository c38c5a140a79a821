package io.eventsec.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void pauses_growUpToABound_andStartAnewAfterSuccess() {
    Backoff backoff = new Backoff(() -> 1);
    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(250));
    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(500));
    for (int i = 0; i < 100; i++) {
      assertThat(backoff.next()).isBetween(Duration.ofMillis(1000), Duration.ofSeconds(10));
    }
    assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(10));
    backoff.reset();
    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void chance_takesAwayHalfAtMost() {
    assertThat(new Backoff(() -> 0).next()).isEqualTo(Duration.ofMillis(125));
  }
}
