package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.indicator.IndicatorClaim;
import io.eventsec.persistence.indicator.IndicatorClaims;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    List<IndicatorClaim> claims =
        Elements.each("indicators", body.indicators(), MOST, IndicatorRequests::claim);
    try {
      return new IndicatorClaims(user.tenant(), source, claims, Optional.of(user.id()));
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

  private static IndicatorClaim claim(IndicatorJson.Claim given) {
    IndicatorKind kind =
        Values.one(IndicatorKind.class, "kind", Objects.requireNonNullElse(given.kind(), ""));
    String value = canonical(kind, Objects.requireNonNullElse(given.value(), "").strip());
    Instant from = Values.instant("validFrom", given.validFrom(), IndicatorClaim.ALWAYS);
    Optional<Instant> until =
        Values.text(given.validUntil()).map(text -> Values.moment("validUntil", text));
    return new IndicatorClaim(
        new Indicator(kind, value),
        Objects.requireNonNullElse(given.confidence(), USUAL_CONFIDENCE),
        from,
        until);
  }
}
