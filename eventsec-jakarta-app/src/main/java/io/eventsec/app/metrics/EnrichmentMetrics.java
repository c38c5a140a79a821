package io.eventsec.app.metrics;

import io.eventsec.app.enrich.IndicatorSets;
import io.eventsec.core.enrich.EnrichingDecoder;
import io.eventsec.core.enrich.EnrichmentStatistics;
import io.eventsec.core.intel.IndicatorKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Shows what events are told, and how many indicators they are looked up in. */
@ApplicationScoped
public class EnrichmentMetrics {
  private static final double MILLIS = 1000;

  @Inject EnrichingDecoder decoder;
  @Inject IndicatorSets indicators;
  @Inject Meters meters;

  /** Brings them up to date. */
  public void refresh() {
    decoder.statistics().forEach(this::show);
    List<IndicatorSets.Loaded> loaded = indicators.loaded();
    meters.set(Measure.INDICATOR_TENANTS, loaded.size());
    meters.set(
        Measure.INDICATORS_LEFT_OUT,
        loaded.stream().mapToLong(one -> one.set().statistics().leftOut()).sum());
    for (IndicatorKind kind : IndicatorKind.values()) {
      meters.set(
          Measure.INDICATORS_LOADED,
          loaded.stream().mapToLong(one -> one.kinds().getOrDefault(kind, 0)).sum(),
          kind.name().toLowerCase(Locale.ROOT));
    }
    indicators.lookedAt().ifPresent(at -> meters.set(Measure.INDICATORS_LOOKED_AT, seconds(at)));
  }

  /** A collection was polled. */
  public void polled(String feed, String outcome) {
    meters.counter(Measure.TAXII_POLLS, feed, outcome).inc();
    if (outcome.equals("succeeded")) {
      meters.set(Measure.TAXII_SUCCEEDED, seconds(Instant.now()), feed);
    }
  }

  private void show(EnrichmentStatistics stage) {
    meters.follow(Measure.ENRICHED, stage.changed(), stage.stage(), "changed");
    meters.follow(
        Measure.ENRICHED,
        Math.max(0, stage.seen() - stage.changed() - stage.failed() - stage.passedOver()),
        stage.stage(),
        "unchanged");
    meters.follow(Measure.ENRICHED, stage.failed(), stage.stage(), "failed");
    meters.follow(Measure.ENRICHED, stage.passedOver(), stage.stage(), "passed_over");
  }

  private static double seconds(Instant at) {
    return at.toEpochMilli() / MILLIS;
  }
}
