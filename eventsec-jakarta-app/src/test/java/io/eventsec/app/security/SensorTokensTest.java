package io.eventsec.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.identity.SensorRecord;
import io.eventsec.persistence.identity.TokenHash;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SensorTokensTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Optional<SensorRecord> stored = Optional.of(sensor(Optional.empty()));
  private int lookUps;
  private final SensorTokens tokens = new SensorTokens(this::lookUp, () -> now);

  @Test
  void busySensor_isLookedUpOnce() {
    for (int i = 0; i < 100; i++) {
      assertThat(tokens.find("token")).isPresent();
    }
    assertThat(lookUps).isEqualTo(1);
  }

  @Test
  void revokedSensor_isRefusedAfterAWhile() {
    assertThat(tokens.find("token")).isPresent();
    stored = Optional.of(sensor(Optional.of(now)));
    now = now.plusSeconds(11);
    assertThat(tokens.find("token")).isEmpty();
    assertThat(tokens.find("token")).isEmpty();
  }

  @Test
  void revocationOnThisNode_isSeenAtOnce() {
    assertThat(tokens.find("token")).isPresent();
    stored = Optional.empty();
    tokens.forget();
    assertThat(tokens.find("token")).isEmpty();
  }

  @Test
  void unknownTokens_areLookedUpEachTime() {
    stored = Optional.empty();
    tokens.find("guess");
    tokens.find("guess");
    assertThat(lookUps).isEqualTo(2);
  }

  private Optional<SensorRecord> lookUp(TokenHash hash) {
    lookUps++;
    return stored;
  }

  private static SensorRecord sensor(Optional<Instant> revokedAt) {
    return new SensorRecord(
        new UUID(1, 2), Tenant.DEFAULT, "s", Instant.EPOCH, Optional.empty(), revokedAt);
  }
}
