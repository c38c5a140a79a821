package io.eventsec.core.intel.match;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.ValidityPeriod;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Claims and events for tests. */
public final class Claims {
  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private Claims() {}

  public static ThreatIndicator claim(IndicatorKind kind, String value) {
    return ThreatIndicator.of(new Indicator(kind, value), "feed");
  }

  /** One of an object with an id, in a version. */
  static ThreatIndicator claim(IndicatorKind kind, String value, IndicatorOrigin origin) {
    return new ThreatIndicator(
        new Indicator(kind, value),
        origin,
        ValidityPeriod.ALWAYS,
        OptionalInt.empty(),
        IndicatorDetails.NONE);
  }

  static ThreatIndicator during(ThreatIndicator claim, ValidityPeriod validity) {
    return new ThreatIndicator(
        claim.indicator(), claim.origin(), validity, claim.confidence(), claim.details());
  }

  static IndicatorOrigin origin(String id, String modified) {
    return new IndicatorOrigin(
        "feed", id, modified.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(modified)));
  }

  public static IndicatorSet set(ThreatIndicator... claims) {
    IndicatorSet.Builder builder = IndicatorSet.builder();
    for (ThreatIndicator claim : claims) {
      builder.accept(claim);
    }
    return builder.build();
  }

  public static Event event(Map<String, ?> fields) {
    return event(NOON, fields);
  }

  static Event event(Instant time, Map<String, ?> fields) {
    Event.Builder event =
        Event.builder(new EventId("0".repeat(32)), Tenant.DEFAULT, "sensor")
            .time(time)
            .receivedAt(NOON);
    fields.forEach(event::ecs);
    return event.build();
  }
}
