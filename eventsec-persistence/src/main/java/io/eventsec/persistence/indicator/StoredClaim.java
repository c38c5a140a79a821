package io.eventsec.persistence.indicator;

import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.Tlp;
import io.eventsec.core.intel.ValidityPeriod;
import io.eventsec.persistence.internal.StorableText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A claim as a row has it.
 *
 * @param claim fit to be stored
 * @param feed which brought it
 * @param key what makes it the same claim: a SHA-256 over kind, value, feed, object and source,
 *     each with its length before it; the migration computes the same
 * @param renewable set if its end is none of the feed's own: a claim that is known and ends after
 *     that keeps its end
 */
record StoredClaim(ThreatIndicator claim, String feed, byte[] key, Optional<Instant> renewable) {
  /** Of rows whose source does not say since when; events are younger. */
  static final Instant ALWAYS = Instant.EPOCH;

  static StoredClaim of(ThreatIndicator given, String feed, Optional<Instant> renewable) {
    IndicatorOrigin origin = given.origin();
    IndicatorDetails details = given.details();
    ThreatIndicator claim =
        new ThreatIndicator(
            given.indicator(),
            new IndicatorOrigin(
                StorableText.of(origin.source()), StorableText.of(origin.id()), origin.modified()),
            given.validity(),
            given.confidence(),
            new IndicatorDetails(
                StorableText.of(details.name()),
                StorableText.of(details.description()),
                details.labels(),
                details.tlp()));
    return new StoredClaim(claim, feed, key(claim, feed), renewable);
  }

  /** The beginning of the key: enough to tell the claims of one feed apart. */
  long shortKey() {
    return ByteBuffer.wrap(key).getLong();
  }

  /** Before an end that is older than all events. */
  Instant validFrom() {
    ValidityPeriod validity = claim.validity();
    return validity
        .from()
        .orElseGet(
            () ->
                validity
                    .until()
                    .filter(end -> !end.isAfter(ALWAYS))
                    .map(end -> end.minus(1, ChronoUnit.MICROS))
                    .orElse(ALWAYS));
  }

  String tlp() {
    return claim.details().tlp().map(Tlp::name).orElse("");
  }

  boolean isNewerThan(StoredClaim other) {
    Optional<Instant> mine = claim.origin().modified();
    Optional<Instant> others = other.claim.origin().modified();
    return mine.isEmpty() || others.isEmpty() || !mine.get().isBefore(others.get());
  }

  private static byte[] key(ThreatIndicator claim, String feed) {
    Indicator indicator = claim.indicator();
    MessageDigest digest = sha256();
    for (String part :
        new String[] {
          indicator.kind().name(),
          indicator.value(),
          feed,
          claim.origin().id(),
          claim.origin().source()
        }) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
