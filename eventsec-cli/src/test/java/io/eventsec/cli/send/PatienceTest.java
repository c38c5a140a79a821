package io.eventsec.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTest {
  @Test
  void pause_growsAndStaysBounded() {
    assertThat(Patience.pause(1, Optional.empty()))
        .isBetween(Duration.ofMillis(125), Duration.ofMillis(251));
    assertThat(Patience.pause(1_000, Optional.empty()))
        .isBetween(Duration.ofMillis(7_500), Duration.ofMillis(15_001));
  }

  @Test
  void pause_isWhatTheServerAsksFor_withinReason() {
    assertThat(Patience.pause(1, Optional.of(Duration.ofSeconds(3))))
        .isEqualTo(Duration.ofSeconds(3));
    assertThat(Patience.pause(1, Optional.of(Duration.ofDays(1)))).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void limit_endsIt_andNoneNeverDoes() {
    assertThat(Patience.of(Duration.ofSeconds(1)).isOver(Duration.ofSeconds(1))).isTrue();
    assertThat(new Patience(Optional.empty()).isOver(Duration.ofDays(1_000))).isFalse();
  }
}
