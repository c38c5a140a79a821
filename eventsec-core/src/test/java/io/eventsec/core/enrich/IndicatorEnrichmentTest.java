package io.eventsec.core.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Event;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.Tlp;
import io.eventsec.core.intel.ValidityPeriod;
import io.eventsec.core.intel.match.Claims;
import io.eventsec.core.intel.match.IndicatorSet;
import io.eventsec.core.sigma.SigmaReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class IndicatorEnrichmentTest {
  private static final ThreatIndicator DOMAIN =
      new ThreatIndicator(
          new Indicator(IndicatorKind.DOMAIN, "bad.example"),
          new IndicatorOrigin("Acme", "x-1", Optional.of(Instant.parse("2026-01-01T00:00:00Z"))),
          ValidityPeriod.ALWAYS,
          OptionalInt.of(85),
          new IndicatorDetails("C2", "", List.of(), Optional.of(Tlp.AMBER_STRICT)));

  private static final IndicatorEnrichment STAGE =
      new IndicatorEnrichment(
          Claims.set(DOMAIN, Claims.claim(IndicatorKind.NETWORK, "192.0.2.0/24")));

  @Test
  void hits_areWrittenAsEcsHasThem() {
    Event event =
        STAGE.enrich(
            Claims.event(
                Map.of("url.domain", "www.bad.example", "threat.indicator.provider", "sensor")));

    assertThat(event.ecsFields())
        .containsEntry("threat.enrichments.matched.atomic", "www.bad.example")
        .containsEntry("threat.enrichments.matched.field", "url.domain")
        .containsEntry("threat.enrichments.matched.type", "subdomain")
        .containsEntry("threat.enrichments.matched.id", "x-1")
        .containsEntry("threat.indicator.type", "domain-name")
        .containsEntry("threat.indicator.url.domain", "bad.example")
        .containsEntry("threat.indicator.name", "bad.example")
        .containsEntry("threat.indicator.confidence", "85")
        .containsEntry("threat.indicator.provider", List.of("sensor", "Acme"))
        .containsEntry("threat.indicator.description", "C2")
        .containsEntry("threat.indicator.marking.tlp", "AMBER+STRICT")
        .containsEntry("threat.indicator.modified_at", "2026-01-01T00:00:00Z");
    assertThat(event.ecsFields().keySet())
        .allSatisfy(field -> assertThat(EcsField.named(field)).as(field).isPresent());
  }

  @Test
  void severalHits_standInOneOrder() {
    Event event =
        STAGE.enrich(
            Claims.event(Map.of("source.ip", List.of("192.0.2.1", "192.0.2.2", "10.0.0.1"))));

    assertThat(event.ecsFields())
        .containsEntry("threat.enrichments.matched.atomic", List.of("192.0.2.1", "192.0.2.2"))
        .containsEntry("threat.enrichments.matched.field", List.of("source.ip", "source.ip"))
        .containsEntry("threat.enrichments.matched.type", List.of("network", "network"))
        .containsEntry("threat.indicator.name", "192.0.2.0/24")
        .containsEntry("threat.indicator.type", "ipv4-addr")
        .doesNotContainKey("threat.indicator.ip")
        .doesNotContainKey("threat.indicator.confidence");
  }

  @Test
  void eventWithoutHits_isTheSame() {
    Event event = Claims.event(Map.of("source.ip", "10.0.0.1"));

    assertThat(STAGE.enrich(event)).isSameAs(event);
  }

  @Test
  void indicators_mayChangeWhileEventsFlow() {
    AtomicReference<IndicatorSet> known = new AtomicReference<>(IndicatorSet.EMPTY);
    IndicatorEnrichment stage = new IndicatorEnrichment(tenant -> known.get());
    Event event = Claims.event(Map.of("url.domain", "bad.example"));
    assertThat(stage.enrich(event)).isSameAs(event);

    known.set(Claims.set(DOMAIN));

    assertThat(stage.enrich(event).has("threat.enrichments.matched.atomic")).isTrue();
  }

  @Test
  void rules_canBeAboutIt() {
    DetectionEngine engine =
        DetectionEngine.compile(
            SigmaReader.read(
                    "rule.yml",
                    """
                    title: Indicator
                    id: 558168fb-41c7-4bcc-b725-55bc99610ceb
                    logsource: {product: suricata}
                    detection:
                      known:
                        threat.enrichments.matched.atomic|exists: true
                      sure:
                        threat.indicator.confidence|gte: 80
                      condition: known and sure
                    """)
                .rules());
    Map<String, String> fields =
        Map.of("event.module", "suricata", "url.domain", "bad.example", "source.ip", "10.0.0.1");

    assertThat(engine.process(STAGE.enrich(Claims.event(fields)))).hasSize(1);
    assertThat(engine.process(Claims.event(fields))).isEmpty();
    assertThat(
            engine.process(
                STAGE.enrich(
                    Claims.event(Map.of("event.module", "suricata", "source.ip", "192.0.2.1")))))
        .as("of unknown confidence")
        .isEmpty();
  }
}
