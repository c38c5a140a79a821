package io.eventsec.app.security;

import io.eventsec.persistence.identity.SensorRecord;
import io.eventsec.persistence.identity.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers for a short while which sensor a token belongs to, so that a busy sensor is not looked
 * up for each batch. A revoked token is refused after ten seconds at the latest. Safe to share
 * between threads.
 */
final class SensorTokens {
  private static final Duration KEEP = Duration.ofSeconds(10);
  private static final int MOST = 10_000;

  private final Map<TokenHash, Entry> entries = new ConcurrentHashMap<>();
  private final Function<TokenHash, Optional<SensorRecord>> lookUp;
  private final InstantSource clock;

  SensorTokens(Function<TokenHash, Optional<SensorRecord>> lookUp, InstantSource clock) {
    this.lookUp = lookUp;
    this.clock = clock;
  }

  /** The sensor of that token; empty if there is none or it was revoked. */
  Optional<SensorRecord> find(String token) {
    TokenHash hash = TokenHash.ofToken(token);
    Instant now = clock.instant();
    Entry known = entries.get(hash);
    if (known != null && known.until.isAfter(now)) {
      return Optional.of(known.sensor);
    }
    Optional<SensorRecord> found =
        lookUp.apply(hash).filter(sensor -> sensor.revokedAt().isEmpty());
    // Unknown tokens are not remembered: guessing must not fill the memory.
    found.ifPresentOrElse(
        sensor -> remember(hash, new Entry(sensor, now.plus(KEEP))), () -> entries.remove(hash));
    return found;
  }

  /** Asks again next time. */
  void forget() {
    entries.clear();
  }

  private void remember(TokenHash hash, Entry entry) {
    if (entries.size() >= MOST) {
      entries.clear();
    }
    entries.put(hash, entry);
  }

  private record Entry(SensorRecord sensor, Instant until) {}
}
