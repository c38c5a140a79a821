package io.eventsec.persistence.indicator;

import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.ValidityPeriod;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** When known claims end, by key. */
final class KnownEnds {
  private final Map<ByteBuffer, Instant> ends = new HashMap<>();

  void add(byte[] key, Instant end) {
    ends.put(ByteBuffer.wrap(key), end);
  }

  /**
   * The claim with the end that it is known with, if its own was made up at the import and the
   * known one is far enough away. So the same import changes nothing, and one that comes every day
   * keeps what it still has from ending.
   */
  StoredClaim kept(StoredClaim given) {
    Instant known = ends.get(ByteBuffer.wrap(given.key()));
    Optional<Instant> least = given.renewable();
    if (known == null || least.isEmpty() || known.isBefore(least.get())) {
      return given;
    }
    ThreatIndicator claim = given.claim();
    boolean later = claim.validity().until().map(known::isAfter).orElse(true);
    return later
        ? given
        : new StoredClaim(
            new ThreatIndicator(
                claim.indicator(),
                claim.origin(),
                new ValidityPeriod(claim.validity().from(), Optional.of(known)),
                claim.confidence(),
                claim.details()),
            given.feed(),
            given.key(),
            given.renewable());
  }
}
