package io.eventsec.persistence.indicator;

import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.ValidityPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Gives claims what their feed does not say. */
final class DefaultValidity {
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final FeedOptions options;
  private final Instant now;

  DefaultValidity(FeedOptions options, Instant now) {
    this.options = options;
    this.now = now;
  }

  StoredClaim stored(ThreatIndicator given) {
    ThreatIndicator claim = options.tlp().isPresent() ? marked(given) : given;
    return options
        .validity()
        .filter(validity -> claim.validity().until().isEmpty())
        .map(validity -> ended(claim, validity))
        .orElseGet(() -> StoredClaim.of(claim, options.feed(), Optional.empty()));
  }

  private ThreatIndicator marked(ThreatIndicator claim) {
    IndicatorDetails details = claim.details();
    return new ThreatIndicator(
        claim.indicator(),
        claim.origin(),
        claim.validity(),
        claim.confidence(),
        new IndicatorDetails(
            details.name(),
            details.description(),
            details.labels(),
            details.tlp().or(options::tlp)));
  }

  private StoredClaim ended(ThreatIndicator claim, Duration validity) {
    Optional<Instant> told = claim.validity().from().or(() -> claim.origin().modified());
    Instant end = told.orElse(now).plus(validity);
    ThreatIndicator ended =
        new ThreatIndicator(
            claim.indicator(),
            claim.origin(),
            new ValidityPeriod(
                claim.validity().from(), Optional.of(end.isAfter(LAST) ? LAST : end)),
            claim.confidence(),
            claim.details());
    // Half of the time: what comes every so often is renewed well before it ends.
    Optional<Instant> renewable =
        told.isPresent() ? Optional.empty() : Optional.of(now.plus(validity.dividedBy(2)));
    return StoredClaim.of(ended, options.feed(), renewable);
  }
}
