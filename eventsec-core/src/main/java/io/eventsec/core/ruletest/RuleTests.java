package io.eventsec.core.ruletest;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.correlate.Correlator;
import io.eventsec.core.correlate.Firing;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.vuln.finding.FindingEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs the tests of rules. Immutable and thread-safe.
 *
 * <p>The tests of {@code NAME.yml} are in {@code NAME.test.yml} beside it:
 *
 * <pre>{@code
 * match:
 *   - name: what the event is
 *     event: {EventID: 1, Image: 'C:\tool.exe'}
 * no_match:
 *   - name: why this one is none
 *     event: '{"EventID": 2}'
 * }</pre>
 *
 * <p>A correlation has cases with several {@code events}, which are put in the order of their
 * times; those whose {@code event.dataset} is {@code eventsec.alert} or {@code eventsec.finding}
 * are such.
 *
 * <p>An event is a map, or one line as the sensor writes it. It is decoded as a server would; a
 * record that no format recognises keeps its own names. That of a rule about alerts is an alert as
 * such rules see it, and that of a rule about findings is one that the server tells.
 */
public final class RuleTests {
  private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");

  private static final String SOURCE = "rule-test";

  private final EventDecoder decoder;

  /** Decodes the events by the standard formats, and others as plain JSON. */
  public RuleTests() {
    this(EventDecoder.ofAnyJson());
  }

  /** Decodes the events by that decoder. */
  public RuleTests(EventDecoder decoder) {
    this.decoder = decoder;
  }

  /**
   * Reads a file of cases. Never throws for what the text holds.
   *
   * @param name what to call the text in problems
   * @param yaml at most 4 Mi characters
   */
  public static RuleTestFile read(String name, String yaml) {
    return CaseReader.read(name, yaml);
  }

  /** Tries a rule by each case, in their order. */
  public List<RuleTestResult> run(SigmaRule rule, RuleTestFile file) {
    DetectionEngine engine = DetectionEngine.compile(List.of(rule));
    return file.cases().stream()
        .map(
            test ->
                result(rule.ref(), test, sourceOf(rule), events -> run(engine, rule, test, events)))
        .toList();
  }

  /**
   * Tries a correlation by each case, in their order: one must match if the condition is reached in
   * some group, by the times of the events.
   *
   * @param loaded the correlation and what it refers to
   */
  public List<RuleTestResult> run(
      LoadedRules loaded, SigmaCorrelation correlation, RuleTestFile file) {
    DetectionEngine engine = DetectionEngine.compile(loaded.rules());
    CorrelationRules rules = CorrelationRules.compile(loaded);
    return file.cases().stream()
        .map(
            test ->
                result(
                    correlation.ref(),
                    test,
                    SOURCE,
                    events -> run(engine, rules, correlation, test, events)))
        .toList();
  }

  /**
   * Decodes the events of a case.
   *
   * @param reason says of them why the case does not pass; empty if it does
   */
  private RuleTestResult result(
      RuleRef rule, RuleTestCase test, String source, Function<List<Event>, String> reason) {
    DecodedBatch decoded = decoder.decode(batch(source, test.events()));
    String said;
    if (!decoded.rejections().isEmpty()) {
      said = "The event cannot be read: " + decoded.rejections().get(0).reason();
    } else if (decoded.events().size() < test.events().size()) {
      said = "The event is empty";
    } else {
      said = reason.apply(decoded.events());
    }
    return new RuleTestResult(rule, test, said.isEmpty(), said);
  }

  private static String run(
      DetectionEngine engine, SigmaRule rule, RuleTestCase test, List<Event> events) {
    boolean matches =
        events.stream()
            .anyMatch(
                event ->
                    !(rule.logsource().isOfAlerts()
                            ? engine.processAlert(event)
                            : engine.process(event))
                        .isEmpty());
    return matches == test.mustMatch()
        ? ""
        : events.stream()
            .map(event -> DetectionEngine.explain(rule, event).toString())
            .collect(Collectors.joining("\n"));
  }

  private static String run(
      DetectionEngine engine,
      CorrelationRules rules,
      SigmaCorrelation correlation,
      RuleTestCase test,
      List<Event> events) {
    Correlator correlator = Correlator.builder(Tenant.DEFAULT, rules).build();
    int counted = 0;
    for (Event event : events) {
      List<Match> matches = matches(engine, event);
      counted += matches.isEmpty() ? 0 : 1;
      // Cases may be of any time: none is of a clock that is ahead.
      correlator.add(event.toBuilder().receivedAt(event.time()).build(), matches);
    }
    List<Firing> firings =
        correlator.end().stream()
            .filter(firing -> firing.rule().ref().equals(correlation.ref()))
            .toList();
    if (firings.isEmpty() != test.mustMatch()) {
      return "";
    }
    return firings.isEmpty()
        ? "Its condition is not reached in any group; rules are true for %d of %d events"
            .formatted(counted, events.size())
        : "Its condition is reached in the group " + firings.get(0).group();
  }

  /** A correlation may be of both: what an event says of itself tells what it is an example of. */
  private static List<Match> matches(DetectionEngine engine, Event event) {
    Object dataset = event.ecsFields().get("event.dataset");
    if ("eventsec.alert".equals(dataset)) {
      return engine.processAlert(event);
    }
    return engine.process("eventsec.finding".equals(dataset) ? ofFinding(event) : event);
  }

  private static Event ofFinding(Event event) {
    Event.Builder told =
        Event.builder(event.id(), event.tenant(), FindingEvents.SOURCE)
            .time(event.time())
            .nativeFields(event.nativeFields());
    event.ecsFields().forEach(told::ecs);
    return told.build();
  }

  /** Rules about findings look at what is told of these alone. */
  private static String sourceOf(SigmaRule rule) {
    return rule.logsource().isOfFindings() ? FindingEvents.SOURCE : SOURCE;
  }

  private static RawBatch batch(String source, List<String> lines) {
    return new RawBatch(
        new EventOrigin(Tenant.DEFAULT, source, SOURCE, 0),
        SOURCE,
        RawBatch.AUTO,
        RECEIVED,
        String.join("\n", lines).getBytes(StandardCharsets.UTF_8),
        lines.size());
  }
}
