package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.ValidityPeriod;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.indicator.IndicatorClaims;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads what is said of indicators; names each bad element by its index. */
final class IndicatorRequests {
  private static final int MOST = 1000;
  private static final int USUAL_CONFIDENCE = 50;

  private IndicatorRequests() {}

  static IndicatorClaims claims(UserAccount user, IndicatorJson.@Nullable Request body) {
    if (body == null || body.source() == null || body.indicators() == null) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST,
          "Send {\"source\": ..., \"indicators\": [{\"kind\": ..., \"value\": ...}]}.");
    }
    String source = Values.text(body.source()).orElse("");
    List<ThreatIndicator> claims =
        Elements.each("indicators", body.indicators(), MOST, claim -> claim(claim, origin(source)));
    try {
      return new IndicatorClaims(user.tenant(), source, claims, Optional.of(user.id()));
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("source", source, e);
    }
  }

  private static IndicatorOrigin origin(String source) {
    try {
      return IndicatorOrigin.of(source);
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("source", source, e);
    }
  }

  /** A value in the spelling of a kind, to look for. */
  static String canonical(IndicatorKind kind, String value) {
    try {
      return new Indicator(kind, value).value();
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("value", value, e);
    }
  }

  private static ThreatIndicator claim(IndicatorJson.Claim given, IndicatorOrigin origin) {
    IndicatorKind kind =
        Values.one(IndicatorKind.class, "kind", Objects.requireNonNullElse(given.kind(), ""));
    String value = canonical(kind, Objects.requireNonNullElse(given.value(), "").strip());
    Optional<Instant> from =
        Values.text(given.validFrom()).map(text -> Values.moment("validFrom", text));
    Optional<Instant> until =
        Values.text(given.validUntil()).map(text -> Values.moment("validUntil", text));
    return new ThreatIndicator(
        new Indicator(kind, value),
        origin,
        new ValidityPeriod(from, until),
        OptionalInt.of(Objects.requireNonNullElse(given.confidence(), USUAL_CONFIDENCE)),
        IndicatorDetails.NONE);
  }
}
