package io.eventsec.app.metrics;

import io.eventsec.app.config.Settings;
import io.eventsec.core.vuln.feed.FeedStanding;
import io.eventsec.persistence.vulnerability.AdvisoryMirrors;
import io.eventsec.persistence.vulnerability.AdvisorySources;
import io.eventsec.persistence.vulnerability.FindingChanges;
import io.eventsec.persistence.vulnerability.FindingStore;
import io.eventsec.persistence.vulnerability.MirrorStanding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Shows what becomes of findings, and how old what is known is. */
@ApplicationScoped
public class FindingMetrics {
  private static final double MILLIS = 1000;

  @Inject Settings settings;
  @Inject FindingStore findings;
  @Inject AdvisorySources sources;
  @Inject AdvisoryMirrors mirrors;
  @Inject Meters meters;

  /** So many assets were evaluated. */
  public void evaluated(int assets, FindingChanges changes) {
    meters.counter(Measure.ASSETS_EVALUATED).inc(assets);
    meters.counter(Measure.FINDINGS, "opened").inc(changes.opened());
    meters.counter(Measure.FINDINGS, "reopened").inc(changes.reopened());
    meters.counter(Measure.FINDINGS, "changed").inc(changes.changed());
    meters.counter(Measure.FINDINGS, "fixed").inc(changes.fixed());
  }

  /** So many are still to be evaluated. */
  public void pending(long assets) {
    meters.set(Measure.ASSETS_PENDING, assets);
  }

  /** A feed was asked for. */
  public void fetched(String feed, String outcome) {
    meters.counter(Measure.ADVISORY_FETCHES, feed, outcome).inc();
  }

  /**
   * Brings what is overdue and the age of the feeds up to date.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  void refresh() {
    meters.set(Measure.FINDINGS_OVERDUE, findings.countOverdue());
    if (settings.advisories().directory().isEmpty()) {
      return;
    }
    Instant now = Instant.now();
    for (FeedStanding standing : sources.all()) {
      standing
          .inForce()
          .map(FeedStanding.Version::newest)
          .ifPresent(
              at ->
                  meters.set(
                      Measure.ADVISORY_SOURCE_AGE,
                      Duration.between(at, now).toMillis() / MILLIS,
                      standing.name()));
    }
    for (MirrorStanding mirror : mirrors.all()) {
      mirror
          .answeredAt()
          .ifPresent(
              at ->
                  meters.set(
                      Measure.ADVISORY_MIRROR_AGE,
                      Duration.between(at, now).toMillis() / MILLIS,
                      mirror.name()));
    }
  }
}
