package io.eventsec.core.ruletest;

import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.sigma.SigmaRule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
 * <p>An event is a map, or one line as the sensor writes it. It is decoded as a server would; a
 * record that no format recognises keeps its own names. That of a rule about alerts is an alert as
 * such rules see it.
 */
public final class RuleTests {
  private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");

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
    return file.cases().stream().map(test -> run(engine, rule, test)).toList();
  }

  private RuleTestResult run(DetectionEngine engine, SigmaRule rule, RuleTestCase test) {
    DecodedBatch decoded = decoder.decode(batch(test.event()));
    Optional<Event> event = decoded.events().stream().findFirst();
    if (event.isEmpty()) {
      String reason =
          decoded.rejections().isEmpty()
              ? "The event is empty"
              : "The event cannot be read: " + decoded.rejections().get(0).reason();
      return new RuleTestResult(rule, test, false, reason);
    }
    List<Match> matches =
        rule.logsource().isOfAlerts()
            ? engine.processAlert(event.get())
            : engine.process(event.get());
    boolean passed = matches.isEmpty() != test.mustMatch();
    return new RuleTestResult(
        rule, test, passed, passed ? "" : DetectionEngine.explain(rule, event.get()).toString());
  }

  private static RawBatch batch(String line) {
    return new RawBatch(
        new EventOrigin(Tenant.DEFAULT, "rule-test", "rule-test", 0),
        "rule-test",
        RawBatch.AUTO,
        RECEIVED,
        line.getBytes(StandardCharsets.UTF_8),
        1);
  }
}
