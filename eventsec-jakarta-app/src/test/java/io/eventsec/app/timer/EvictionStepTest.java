package io.eventsec.app.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.app.config.DeadLetterSettings;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.detection.DeadLetterUsage;
import io.eventsec.persistence.detection.EvictionNotice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvictionStepTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final DeadLetterSettings LIMITS =
      new DeadLetterSettings(1000, 5000, Duration.ofDays(1), Duration.ofMinutes(1));

  @Test
  void next_withinBoth_waits() {
    assertThat(next(1000, 5000, Optional.empty())).isEqualTo(new EvictionStep.Wait());
  }

  @Test
  void next_aboveEither_announcesAndTakesNothing() {
    EvictionStep announce = new EvictionStep.Announce(NOW.plus(Duration.ofDays(1)));
    assertThat(next(1001, 1, Optional.empty())).isEqualTo(announce);
    assertThat(next(1, 5001, Optional.empty())).isEqualTo(announce);
    assertThat(next(1_000_000, 1, Optional.empty())).isEqualTo(announce);
  }

  @Test
  void next_announced_waitsForTheEndOfTheNotice() {
    assertThat(next(1500, 1, notice(NOW.plusSeconds(1)))).isEqualTo(new EvictionStep.Wait());
    assertThat(next(1500, 1, notice(NOW))).isEqualTo(new EvictionStep.Evict(1000, 5000, true));
  }

  @Test
  void next_twiceAsManyAsAreKept_takesThoseBeyondAtOnce() {
    assertThat(next(2001, 1, notice(NOW.plusSeconds(1))))
        .isEqualTo(new EvictionStep.Evict(2000, 10_000, false));
    assertThat(next(1, 10_001, notice(NOW.plusSeconds(1))))
        .isEqualTo(new EvictionStep.Evict(2000, 10_000, false));
  }

  @Test
  void next_fewEnoughAgain_withdraws() {
    assertThat(next(900, 1, notice(NOW.minusSeconds(1)))).isEqualTo(new EvictionStep.Withdraw());
  }

  private static EvictionStep next(long letters, long bytes, Optional<EvictionNotice> notice) {
    return EvictionStep.next(
        new DeadLetterUsage(Tenant.DEFAULT, letters, bytes), notice, LIMITS, NOW);
  }

  private static Optional<EvictionNotice> notice(Instant due) {
    return Optional.of(new EvictionNotice(NOW.minusSeconds(60), due, 1500, 1, 0, Optional.empty()));
  }
}
