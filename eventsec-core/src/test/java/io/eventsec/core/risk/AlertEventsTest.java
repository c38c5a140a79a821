package io.eventsec.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.EventPlace;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.SigmaRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertEventsTest {
  private static final EventOrigin ORIGIN = new EventOrigin(Tenant.DEFAULT, "eve", "key", 7);
  private static final SigmaRule RULE =
      SigmaReader.read(
              "rule.yml",
              """
              title: Shell of a web server
              id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a01
              level: critical
              tags: [attack.t1059.004, attack.execution, attack.T1059.004, cve.2026-1234]
              logsource: {category: process_creation}
              detection: {selection: {a: b}, condition: selection}
              """)
          .rules()
          .get(0);
  private static final Event EVENT =
      Event.builder(EventId.of(ORIGIN, 2), Tenant.DEFAULT, "eve")
          .time(Instant.parse("2026-03-01T12:00:00Z"))
          .receivedAt(Instant.parse("2026-03-01T12:00:05Z"))
          .place(EventPlace.of(ORIGIN, 2))
          .ecs("host.name", "WEB-1.")
          .ecs("source.ip", List.of("192.0.2.7", "192.0.2.8"))
          .ecs("destination.domain", "db-1")
          .ecs("destination.user.name", "postgres")
          .ecs("process.name", "sh")
          .build();

  private final Alert alert = new Match(RULE, EVENT, List.of()).toAlert();
  private final Event told = AlertEvents.of(alert, 80);

  @Test
  void event_standsWhereTheEventStoodThatRaisedTheAlert_andIsKnownByTheAlertsId() {
    assertThat(told.id().value()).isEqualTo(alert.id().value());
    assertThat(told.tenant()).isEqualTo(EVENT.tenant());
    assertThat(told.source()).isEqualTo("eve");
    assertThat(told.time()).isEqualTo(EVENT.time());
    assertThat(told.receivedAt()).isEqualTo(EVENT.receivedAt());
    assertThat(told.place()).isEqualTo(EVENT.place());
    assertThat(told.original()).isEmpty();
  }

  @Test
  void event_hasTheFieldsOfTheAlert_inTheSpellingThatCollectsRisk() {
    assertThat(told.ecsFields())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("event.kind", "alert"),
                Map.entry("event.module", "eventsec"),
                Map.entry("event.dataset", "eventsec.alert"),
                Map.entry("event.severity", 4L),
                Map.entry("event.risk_score", 80.0),
                Map.entry("rule.id", RULE.ref().id()),
                Map.entry("rule.name", "Shell of a web server"),
                Map.entry("rule.version", RULE.ref().version()),
                Map.entry("tags", RULE.tags()),
                Map.entry("threat.technique.id", "T1059.004"),
                Map.entry("host.name", "web-1"),
                Map.entry("source.ip", List.of("192.0.2.7", "192.0.2.8")),
                Map.entry("related.hosts", List.of("web-1", "db-1")),
                Map.entry("related.user", "postgres"),
                Map.entry("related.ip", List.of("192.0.2.7", "192.0.2.8"))));
    assertThat(told.nativeFields()).isEqualTo(Map.of("eventsec.rule.level", "critical"));
  }

  @Test
  void fields_areThoseOfEcs() {
    assertThat(told.ecsFields().keySet())
        .allSatisfy(field -> assertThat(EcsField.named(field)).as(field).isPresent());
  }
}
