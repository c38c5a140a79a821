package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.enrich.IndicatorEnrichment;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.match.IndicatorSet;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.identity.Tenants;
import io.eventsec.persistence.indicator.FeedImport;
import io.eventsec.persistence.indicator.FeedImports;
import io.eventsec.persistence.indicator.FeedOptions;
import io.eventsec.persistence.indicator.IndicatorQuery;
import io.eventsec.persistence.indicator.IndicatorRecord;
import io.eventsec.persistence.indicator.IndicatorRetention;
import io.eventsec.persistence.indicator.Indicators;
import io.eventsec.testkit.TestEvents;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In how many alerts an indicator stands is counted where they are raised, each alert once. */
class IndicatorSightingsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");
  private static final List<Indicator> KNOWN =
      List.of(
          new Indicator(IndicatorKind.ADDRESS, "203.0.113.9"),
          new Indicator(IndicatorKind.NETWORK, "203.0.113.0/24"),
          new Indicator(IndicatorKind.DOMAIN, "bad.example"));

  private final PostgresDetectionStore store = new PostgresDetectionStore(STORE.pool());

  @BeforeEach
  void indicators() {
    new Tenants(STORE.pool()).ensure(OTHER);
    for (Tenant tenant : List.of(TENANT, OTHER)) {
      FeedImport feed = new FeedImports(STORE.pool()).begin(FeedOptions.of(tenant, "feed"));
      KNOWN.forEach(indicator -> feed.accept(ThreatIndicator.of(indicator, "feed")));
      feed.finish();
    }
  }

  @Test
  void alert_countsOnceForEachIndicator_however_oftenItsStepIsDone() {
    List<Alert> alerts = List.of(alert(1), alert(2));
    commit(0, 1, alerts);
    assertThat(sightings(TENANT)).containsExactly(2L, 2L, 0L);
    assertThat(lastSeen()).isEqualTo(alerts.get(1).eventTime());
    // The same alerts by a reader that has to do them again, beside a new one.
    commit(1, 2, List.of(alerts.get(0), alerts.get(1), alert(3)));
    assertThat(sightings(TENANT)).containsExactly(3L, 3L, 0L);
    assertThat(sightings(OTHER)).as("another tenant's").containsExactly(0L, 0L, 0L);
  }

  @Test
  void whatIsNoIndicator_makesNoRow() {
    Event event =
        TestEvents.event(TENANT, 1).toBuilder()
            .ecs("threat.enrichments.matched.atomic", "made.up.example")
            .ecs("threat.indicator.url.domain", List.of("made.up.example", "not a domain", 7L))
            .build();
    commit(0, 1, List.of(TestEvents.alert(event, Severity.HIGH)));
    assertThat(STORE.number("select count(*) from indicator_sightings")).isZero();
  }

  @Test
  void sightings_areForgottenOnceTheIndicatorIsNotKnown() {
    commit(0, 1, List.of(alert(1)));
    IndicatorRetention retention = new IndicatorRetention(STORE.pool());
    Instant later = Instant.now().plusSeconds(60);
    assertThat(retention.forgetSome(later)).as("it is known").isZero();
    STORE.execute("delete from indicators");
    assertThat(retention.forgetSome(later)).isEqualTo(2);
    assertThat(STORE.number("select count(*) from indicator_sightings")).isZero();
  }

  private static Alert alert(int n) {
    IndicatorSet.Builder set = IndicatorSet.builder();
    KNOWN.forEach(indicator -> set.accept(ThreatIndicator.of(indicator, "feed")));
    Event event =
        TestEvents.event(TENANT, n).toBuilder().ecs("destination.ip", "203.0.113.9").build();
    return TestEvents.alert(new IndicatorEnrichment(set.build()).enrich(event), Severity.HIGH);
  }

  private void commit(long from, long to, List<Alert> alerts) {
    ReaderStep step = new ReaderStep("detect", new JournalPosition(from), new JournalPosition(to));
    store.commit(new DetectionCommit(step, alerts, List.of(), alerts.size()));
  }

  private static List<Long> sightings(Tenant tenant) {
    List<IndicatorRecord> listed = list(tenant);
    return KNOWN.stream()
        .map(
            indicator ->
                listed.stream()
                    .filter(one -> one.claim().indicator().equals(indicator))
                    .findFirst()
                    .orElseThrow()
                    .sightings()
                    .alerts())
        .toList();
  }

  private static Instant lastSeen() {
    return list(TENANT).stream()
        .filter(one -> one.sightings().alerts() > 0)
        .findFirst()
        .orElseThrow()
        .sightings()
        .lastSeen()
        .orElseThrow();
  }

  private static List<IndicatorRecord> list(Tenant tenant) {
    return STORE
        .entities()
        .inTransaction(
            manager -> new Indicators(manager).page(IndicatorQuery.all(tenant, 10)).rows());
  }
}
