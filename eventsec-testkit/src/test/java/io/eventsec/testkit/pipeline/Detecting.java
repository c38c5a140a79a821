package io.eventsec.testkit.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.coverage.CoverageFacts;
import io.eventsec.core.coverage.Gap;
import io.eventsec.core.coverage.Reevaluation;
import io.eventsec.core.coverage.RuleCoverage;
import io.eventsec.core.coverage.SourceRange;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.LogsourceRouting;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.memory.InMemoryDetectionStore;
import io.eventsec.core.memory.InMemoryJournal;
import io.eventsec.core.pipeline.Detection;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.Reevaluator;
import io.eventsec.core.pipeline.RuleCatalogue;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.core.spi.ReevaluationStore;
import io.eventsec.testkit.TestCorrelations;
import io.eventsec.testkit.TestEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An installation in memory that detects sign-ins, whose rules come and go. */
final class Detecting {
  static final String ROOT = "User 7 signs in";
  static final String MANY = "Many failed sign-ins";
  static final String AFTER = "Signed in after many failures";
  static final String RULES =
      """
      title: Failed sign-in
      id: 10000000-0000-4000-8000-000000000001
      name: failed
      logsource: {category: authentication}
      detection:
        selection: {outcome: failure}
        condition: selection
      ---
      title: Sign-in
      id: 10000000-0000-4000-8000-000000000002
      name: success
      logsource: {category: authentication}
      detection:
        selection: {outcome: success}
        condition: selection
      ---
      title: User 7 signs in
      id: 10000000-0000-4000-8000-000000000003
      logsource: {category: authentication}
      detection:
        selection: {outcome: success, user: user-7}
        condition: selection
      ---
      title: Many failed sign-ins
      id: 10000000-0000-4000-8000-000000000004
      name: many_failed
      correlation:
        type: event_count
        rules: [failed]
        group-by: [user]
        timespan: 1m
        condition: {gte: 4}
      ---
      title: Signed in after many failures
      id: 10000000-0000-4000-8000-000000000005
      correlation:
        type: temporal_ordered
        rules: [many_failed, success]
        group-by: [user]
        timespan: 5m
        generate: true
      """;

  private static final Instant LONG_AFTER = TestEvents.BEGINNING.plusSeconds(86_400);

  final InMemoryJournal journal = new InMemoryJournal();
  final InMemoryDetectionStore store = new InMemoryDetectionStore();
  private final CorrelatorOptions options;

  Detecting() {
    this(CorrelatorOptions.DEFAULT);
  }

  Detecting(CorrelatorOptions options) {
    this.options = options;
  }

  static LoadedRules all() {
    return of(RULES);
  }

  static LoadedRules of(String text) {
    return LoadedRules.of(List.of(SigmaReader.read("rules.yml", text)));
  }

  /** All but one, and what refers to it. */
  static LoadedRules without(String title) {
    return of(
        Stream.of(RULES.split("---\n"))
            .filter(rule -> !rule.startsWith("title: " + title + "\n"))
            .filter(rule -> !title.equals(MANY) || !rule.contains("many_failed, success"))
            .collect(Collectors.joining("---\n")));
  }

  static RuleRef ref(String title) {
    LoadedRules all = all();
    return Stream.concat(
            all.rules().stream().filter(rule -> rule.title().equals(title)).map(SigmaRule::ref),
            all.correlations().stream()
                .filter(rule -> rule.title().equals(title))
                .map(rule -> rule.ref()))
        .findFirst()
        .orElseThrow();
  }

  static List<String> failures(int second, String user, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(TestCorrelations.line(second + i, "failure", user));
    }
    return lines;
  }

  void append(String key, List<String> lines) {
    journal.append(TestCorrelations.batch(key, lines));
  }

  /** Detects until nothing is left and all that waits is taken up. */
  void drain(LoadedRules rules) {
    drain(rules, LONG_AFTER);
  }

  /** Detects until nothing is left; what waits goes on waiting. */
  void drainWithoutClock(LoadedRules rules) {
    drain(rules, TestEvents.BEGINNING);
  }

  private void drain(LoadedRules rules, Instant now) {
    Detection detection = Detection.of(engine(rules.rules()), CorrelationRules.compile(rules));
    DetectionPipeline pipeline =
        new DetectionPipeline(
            source(), () -> detection, store, new ReadLimit(3, 1 << 20), options, () -> now);
    int idle = 0;
    while (idle < 2) {
      idle = pipeline.step().idle() ? idle + 1 : 0;
    }
  }

  RuleCoverage coverage(RuleRef rule) {
    List<JournalEntry> first = journal.read(JournalPosition.START, new ReadLimit(1, 1));
    return RuleCoverage.of(
        new CoverageFacts(
            rule,
            store.coverage().rows(Tenant.DEFAULT, 1_000),
            store
                .coverage()
                .versions(Tenant.DEFAULT, List.of(rule.id()))
                .getOrDefault(rule.id(), Map.of()),
            store.coverage().untimely(Tenant.DEFAULT, List.of(rule)).getOrDefault(rule, List.of()),
            store
                .reevaluations()
                .ranges(Tenant.DEFAULT, List.of(rule))
                .getOrDefault(rule, List.of()),
            first.get(0).position().value()));
  }

  Reevaluation request(RuleRef rule, List<Gap> gaps) {
    List<SourceRange> ranges = gaps.stream().map(Gap::range).toList();
    return store.reevaluations().request(Tenant.DEFAULT, rule, SourceRange.merged(ranges));
  }

  /** Asks for all that can be re-evaluated, and does it. */
  void reevaluate(RuleRef rule) {
    request(rule, coverage(rule).gaps().stream().filter(Gap::isReevaluable).toList());
    Reevaluator reevaluator = reevaluator(3);
    while (!reevaluator.step(() -> {}).idle()) {
      continue;
    }
  }

  Reevaluator reevaluator(int batches) {
    return reevaluator(store.reevaluations(), batches);
  }

  Reevaluator reevaluator(ReevaluationStore reevaluations, int batches) {
    LoadedRules rules = all();
    return new Reevaluator(
        source(),
        () -> new RuleCatalogue(rules, CorrelationRules.compile(rules), Detecting::engine),
        reevaluations,
        new ReadLimit(batches, 1 << 20),
        options);
  }

  private Source source() {
    return new Source(journal, EventDecoder.ofAnyJson());
  }

  private static DetectionEngine engine(List<SigmaRule> rules) {
    return DetectionEngine.builder().rules(rules).routing(LogsourceRouting.NONE).build();
  }

  /** By id of an alert that the rule has raised, how often its condition was reached. */
  Map<String, Long> found(String title) {
    Map<String, Long> found = new TreeMap<>();
    for (Alert alert : store.alerts(Tenant.DEFAULT)) {
      if (alert.title().equals(title)) {
        found.put(alert.id().value(), store.firings(alert.id()));
      }
    }
    return found;
  }

  /** The title of each alert, in the order in which they were raised. */
  List<String> titles() {
    return store.alerts(Tenant.DEFAULT).stream().map(Alert::title).toList();
  }
}
