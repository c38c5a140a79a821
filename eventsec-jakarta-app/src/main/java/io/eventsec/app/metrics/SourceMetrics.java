package io.eventsec.app.metrics;

import io.eventsec.app.source.Expectation;
import io.eventsec.app.source.ExpectedSources;
import io.eventsec.persistence.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Shows for how long sources have been silent: only those that the configuration names. */
@ApplicationScoped
public class SourceMetrics {
  private static final double MILLIS = 1000;

  @Inject Sources sources;
  @Inject ExpectedSources expected;
  @Inject Meters meters;

  /**
   * Brings them up to date.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  void refresh() {
    meters.set(Measure.SOURCES, sources.count());
    Instant now = Instant.now();
    expected.look().forEach(one -> show(one, now));
  }

  private void show(Expectation one, Instant now) {
    String label = one.source().label();
    double silence = one.silence(now).map(SourceMetrics::seconds).orElse(Double.POSITIVE_INFINITY);
    meters.set(Measure.EXPECTED_SOURCE_SILENCE, silence, label);
    meters.set(Measure.EXPECTED_SOURCE_ALLOWED, seconds(one.source().silence()), label);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / MILLIS;
  }
}
