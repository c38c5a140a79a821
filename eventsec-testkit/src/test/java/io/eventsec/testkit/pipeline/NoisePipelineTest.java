package io.eventsec.testkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertMerge;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.LogsourceRouting;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.memory.InMemoryDetectionStore;
import io.eventsec.core.memory.InMemoryJournal;
import io.eventsec.core.pipeline.Detection;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.policy.ExceptionFilter;
import io.eventsec.core.policy.RulePolicies;
import io.eventsec.core.policy.RuleSetting;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.ExceptionHits;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.testkit.TestCorrelations;
import io.eventsec.testkit.TestEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Suppression, exceptions, rules switched off and other levels, over the journal. */
class NoisePipelineTest {
  private static final String RULE = "5f9c0a3e-6d0e-4a55-9c38-1d5a7c2b9e20";
  private static final String CORRELATION = "5f9c0a3e-6d0e-4a55-9c38-1d5a7c2b9e21";
  private static final UUID EXCEPTION = new UUID(0, 7);
  private static final int BATCHES = 30;

  private static final LoadedRules RULES =
      LoadedRules.of(
          List.of(
              SigmaReader.read(
                  "rules.yml",
                  """
                  title: Failed sign-in
                  id: %s
                  logsource: {category: authentication}
                  eventsec: {suppress: {by: [user], for: 2m}}
                  detection:
                    selection: {outcome: failure}
                    condition: selection
                  ---
                  title: Many failed sign-ins
                  id: %s
                  level: high
                  correlation:
                    type: event_count
                    rules: [%s]
                    group-by: [user]
                    timespan: 1m
                    condition: {gte: 5}
                    generate: true
                  """
                      .formatted(RULE, CORRELATION, RULE))));

  private static final DetectionEngine ENGINE =
      DetectionEngine.builder().rules(RULES.rules()).routing(LogsourceRouting.NONE).build();
  private static final CorrelationRules CORRELATIONS = CorrelationRules.compile(RULES);

  private final InMemoryJournal journal = new InMemoryJournal();
  private final InMemoryDetectionStore store = new InMemoryDetectionStore();

  @Test
  void matchesAboutTheSameInAWindow_areOneAlertThatCountsThem() {
    append("a", lines(0, "failure", "ada", 15), lines(20, "failure", "bob", 1));
    append("b", lines(100, "failure", "ada", 5));

    drain(store, RulePolicies.NONE);

    List<Alert> alerts = alerts("Failed sign-in");
    assertThat(alerts).hasSize(2);
    AlertMerge ada = store.merge(alerts.get(0).id()).orElseThrow();
    assertThat(ada.count()).isEqualTo(20);
    assertThat(ada.alert().eventTime()).isEqualTo(TestEvents.BEGINNING);
    assertThat(ada.lastTime()).isEqualTo(TestEvents.BEGINNING.plusSeconds(104));
    assertThat(ada.alert().evidence()).hasSize(AlertMerge.MOST_EVENTS);
    assertThat(store.merge(alerts.get(1).id()).orElseThrow().count()).isEqualTo(1);
    assertThat(store.outbox().pending())
        .as("each told once, and two of the correlation")
        .isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void shuffledAndCutOff_areTheSameAlertsWithTheSameCounts(long seed) {
    Map<String, String> expected = undisturbed();
    TestCorrelations.batches(BATCHES, seed).forEach(journal::append);

    drain(new FlakyStore(store, seed), RulePolicies.NONE);

    assertThat(merged(store)).isEqualTo(expected).hasSizeGreaterThan(10);
  }

  @Test
  void exceptionOfARule_keepsItsEventsFromItAndFromWhatCountsIt_andCountsThem() {
    append("a", lines(0, "failure", "ada", 6), lines(10, "failure", "bob", 6));

    drain(store, policies(List.of(), exception(RULE, "bob")));

    assertThat(users("Failed sign-in")).containsExactly("ada");
    assertThat(users("Many failed sign-ins")).containsExactly("ada");
    assertThat(store.hits(EXCEPTION))
        .contains(
            new ExceptionHits(Tenant.DEFAULT, EXCEPTION, 6, TestEvents.BEGINNING.plusSeconds(15)));
  }

  @Test
  void exceptionOfACorrelation_leavesTheRuleItself() {
    append("a", lines(0, "failure", "ada", 6), lines(10, "failure", "bob", 6));

    drain(store, policies(List.of(), exception(CORRELATION, "bob")));

    assertThat(users("Failed sign-in")).containsExactly("ada", "bob");
    assertThat(users("Many failed sign-ins")).containsExactly("ada");
    assertThat(store.hits(EXCEPTION).map(ExceptionHits::count)).contains(6L);
  }

  @Test
  void ruleSwitchedOff_findsNothing_andNothingCountsIt() {
    append("a", lines(0, "failure", "ada", 6));

    drain(store, policies(List.of(new RuleSetting(Tenant.DEFAULT, RULE, false, Optional.empty()))));

    assertThat(store.alerts(Tenant.DEFAULT)).isEmpty();
  }

  @Test
  void correlationSwitchedOff_leavesTheRuleItself() {
    append("a", lines(0, "failure", "ada", 6));

    drain(
        store,
        policies(List.of(new RuleSetting(Tenant.DEFAULT, CORRELATION, false, Optional.empty()))));

    assertThat(users("Failed sign-in")).containsExactly("ada");
    assertThat(alerts("Many failed sign-ins")).isEmpty();
  }

  @Test
  void inForce_areNeitherWhatIsSwitchedOff_norWhatCountsIt() {
    RulePolicies off =
        policies(List.of(new RuleSetting(Tenant.DEFAULT, RULE, false, Optional.empty())));
    RulePolicies counting =
        policies(List.of(new RuleSetting(Tenant.DEFAULT, CORRELATION, false, Optional.empty())));

    assertThat(inForce(RulePolicies.NONE, Tenant.DEFAULT)).containsExactly(RULE, CORRELATION);
    assertThat(inForce(counting, Tenant.DEFAULT)).containsExactly(RULE);
    assertThat(inForce(off, Tenant.DEFAULT)).isEmpty();
    assertThat(inForce(off, new Tenant("other"))).containsExactly(RULE, CORRELATION);
  }

  private static List<String> inForce(RulePolicies policies, Tenant tenant) {
    return detection(policies).inForce(tenant).members().stream().map(RuleRef::id).toList();
  }

  @Test
  void otherLevels_areThoseOfTheAlerts_andLeaveTheirIds() {
    append("a", lines(0, "failure", "ada", 6));
    InMemoryDetectionStore usual = new InMemoryDetectionStore();
    drain(usual, RulePolicies.NONE);

    drain(
        store,
        policies(
            List.of(
                new RuleSetting(Tenant.DEFAULT, RULE, true, Optional.of(Severity.LOW)),
                new RuleSetting(
                    Tenant.DEFAULT, CORRELATION, true, Optional.of(Severity.CRITICAL)))));

    assertThat(alerts("Failed sign-in").get(0).severity()).isEqualTo(Severity.LOW);
    assertThat(alerts("Many failed sign-ins").get(0).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(ids(store)).isEqualTo(ids(usual));
  }

  private static Map<String, String> undisturbed() {
    NoisePipelineTest quiet = new NoisePipelineTest();
    TestCorrelations.batches(BATCHES, 0).forEach(quiet.journal::append);
    quiet.drain(quiet.store, RulePolicies.NONE);
    return merged(quiet.store);
  }

  /** By id of an alert: how many matches it has taken up, and what it shows. */
  private static Map<String, String> merged(InMemoryDetectionStore in) {
    Map<String, String> found = new TreeMap<>();
    for (Alert alert : in.alerts(Tenant.DEFAULT)) {
      in.merge(alert.id())
          .ifPresent(
              merge ->
                  found.put(
                      alert.id().value(),
                      merge.count()
                          + " until "
                          + merge.lastTime()
                          + " "
                          + alert.evidence().stream().map(Event::id).toList()));
    }
    return found;
  }

  private static List<AlertId> ids(InMemoryDetectionStore in) {
    return in.alerts(Tenant.DEFAULT).stream().map(Alert::id).toList();
  }

  private List<Alert> alerts(String title) {
    return store.alerts(Tenant.DEFAULT).stream()
        .filter(alert -> alert.title().equals(title))
        .toList();
  }

  private List<String> users(String title) {
    return alerts(title).stream()
        .map(alert -> String.valueOf(alert.evidence().get(0).value("user")))
        .collect(Collectors.toList());
  }

  private static RulePolicies policies(List<RuleSetting> settings, ExceptionFilter... exceptions) {
    return RulePolicies.compile(settings, List.of(exceptions));
  }

  private static ExceptionFilter exception(String rule, String user) {
    return new ExceptionFilter(
        EXCEPTION,
        Tenant.DEFAULT,
        rule,
        "{selection: {user: " + user + "}, condition: selection}",
        Instant.parse("2026-12-31T00:00:00Z"));
  }

  private void drain(DetectionStore to, RulePolicies policies) {
    DetectionPipeline pipeline =
        new DetectionPipeline(
            new Source(journal, EventDecoder.ofAnyJson()),
            () -> detection(policies),
            to,
            new ReadLimit(3, 1 << 20),
            CorrelatorOptions.DEFAULT,
            () -> TestEvents.BEGINNING.plusSeconds(86_400));
    Turns.drain(pipeline, pipeline);
  }

  private static Detection detection(RulePolicies policies) {
    return Detection.of(ENGINE, CORRELATIONS, policies);
  }

  private static List<String> lines(int second, String outcome, String user, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> TestCorrelations.line(second + i, outcome, user))
        .toList();
  }

  @SafeVarargs
  private void append(String key, List<String>... lines) {
    List<String> all = new ArrayList<>();
    List.of(lines).forEach(all::addAll);
    journal.append(TestCorrelations.batch(key, all));
  }
}
