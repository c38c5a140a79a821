package io.eventsec.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.vuln.finding.FindingEvents;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogsourceRoutingTest {
  private static final SigmaRule RULE =
      Rules.about(
          "{product: windows, category: process_creation}",
          "selection: {Image|endswith: tool.exe}\ncondition: selection");

  @Test
  void byFields_theEventsOwnNamesDecide() {
    assertThat(fires(LogsourceRouting.BY_FIELDS, "product", "Windows")).isTrue();
    assertThat(fires(LogsourceRouting.BY_FIELDS, "product", "linux")).isFalse();
    assertThat(fires(LogsourceRouting.BY_FIELDS, "category", "process_creation")).isTrue();
    assertThat(fires(LogsourceRouting.BY_FIELDS, "category", "file_event")).isFalse();
    assertThat(fires(LogsourceRouting.BY_FIELDS, "service", "sysmon")).isTrue();
    assertThat(fires(LogsourceRouting.BY_FIELDS, "other", "x")).isTrue();
  }

  @Test
  void otherwise_fieldsOfThoseNamesMeanNothing() {
    assertThat(fires(LogsourceRouting.BY_MODULE, "product", "linux")).isTrue();
    assertThat(fires(LogsourceRouting.NONE, "product", "linux")).isTrue();
  }

  @Test
  void rulesAboutAlerts_areTriedOnAlertsAlone_howeverTheEventCallsItself() {
    SigmaRule ofAlerts = aboutAlerts("{product: eventsec, service: alert}");
    SigmaRule ofAllOfOurs = aboutAlerts("{product: EVENTSEC}");
    SigmaRule ofAnother = aboutAlerts("{product: eventsec, service: audit}");
    SigmaRule ofAnyAlert = aboutAlerts("{service: alert}");
    List<SigmaRule> rules = List.of(ofAlerts, ofAllOfOurs, ofAnother, ofAnyAlert);
    Event event =
        Events.builder()
            .ecs("event.kind", "alert")
            .ecs("event.module", "eventsec")
            .ecs("event.dataset", "eventsec.alert")
            .nativeField("product", "eventsec")
            .nativeField("service", "alert")
            .build();

    for (LogsourceRouting routing : LogsourceRouting.values()) {
      DetectionEngine engine = DetectionEngine.builder().rules(rules).routing(routing).build();
      assertThat(engine.process(event)).extracting(Match::rule).containsExactly(ofAnyAlert);
      assertThat(engine.processAlert(event))
          .extracting(Match::rule)
          .containsExactly(ofAlerts, ofAllOfOurs);
      assertThat(engine.hasRulesOfAlerts()).isTrue();
    }
    assertThat(DetectionEngine.compile(List.of(RULE, ofAnyAlert)).hasRulesOfAlerts()).isFalse();
    assertThat(DetectionEngine.explain(ofAlerts, event).holds()).isTrue();
    assertThat(DetectionEngine.explain(ofAnother, event).holds()).isFalse();
  }

  @Test
  void rulesAboutFindings_areTriedOnTheServersOwnWordAlone_howeverTheEventCallsItself() {
    SigmaRule ofFindings = aboutAlerts("{product: eventsec, service: finding}");
    SigmaRule ofAlerts = aboutAlerts("{product: eventsec, service: alert}");
    SigmaRule ofAll = aboutAlerts("{service: finding}");
    List<SigmaRule> rules = List.of(ofFindings, ofAlerts, ofAll);
    Event.Builder said =
        Events.builder()
            .ecs("event.kind", "alert")
            .ecs("event.module", "eventsec")
            .ecs("event.dataset", "eventsec.finding")
            .nativeField("product", "eventsec")
            .nativeField("service", "finding");
    Event sent = said.build();
    Event told =
        Event.builder(sent.id(), sent.tenant(), FindingEvents.SOURCE)
            .ecs("event.kind", "alert")
            .build();

    for (LogsourceRouting routing : LogsourceRouting.values()) {
      DetectionEngine engine = DetectionEngine.builder().rules(rules).routing(routing).build();
      assertThat(engine.process(sent)).extracting(Match::rule).containsExactly(ofAll);
      assertThat(engine.process(told)).extracting(Match::rule).containsExactly(ofFindings);
      assertThat(engine.processAlert(sent)).extracting(Match::rule).containsExactly(ofAlerts);
    }
    assertThat(DetectionEngine.compile(List.of(ofFindings)).hasRulesOfAlerts()).isFalse();
    assertThat(DetectionEngine.explain(ofFindings, told).holds()).isTrue();
    assertThat(DetectionEngine.explain(ofFindings, sent).holds()).isFalse();
  }

  private static SigmaRule aboutAlerts(String logsource) {
    return Rules.about(logsource, "selection: {event.kind: alert}\ncondition: selection");
  }

  private static boolean fires(LogsourceRouting routing, String field, String value) {
    return !DetectionEngine.builder()
        .rules(List.of(RULE))
        .routing(routing)
        .build()
        .process(Events.of(Map.of("Image", "c:\\tool.exe", field, value)))
        .isEmpty();
  }
}
