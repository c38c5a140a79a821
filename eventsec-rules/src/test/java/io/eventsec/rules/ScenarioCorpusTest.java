package io.eventsec.rules;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Logs of ninety attacks, where the corpus is at hand: each alert that another product raises is
 * raised by the rule that answers its scenario, for the same source and as often, and no other by
 * any rule that answers a scenario of the case. Logs that no alert is asked for are of formats that
 * are known, and nothing in them is left unread.
 */
class ScenarioCorpusTest {
  private static final int CASES = 90;
  private static final int PASSED = 89;

  /** Later than all logs, and near the end of a year: it tells the year of lines without one. */
  private static final Instant RECEIVED = Instant.parse("2026-12-01T00:00:00Z");

  private static final EventDecoder DECODER = EventDecoder.standard();
  private static final LoadedRules RULES = BundledRules.load();
  private static final CorrelationRules CORRELATIONS = CorrelationRules.compile(RULES);
  private static final DetectionEngine ENGINE = DetectionEngine.compile(RULES.rules());

  private final Map<String, String> answers = table("rules.txt");
  private final Map<String, String> differences = new TreeMap<>();

  @Test
  void everyCase_raisesWhatIsExpected_andNothingElse() throws IOException {
    List<String> lines = lines();
    Set<String> failed = new HashSet<>();
    for (String line : lines) {
      ScenarioCase one = ScenarioCase.read(line);
      int before = differences.size();
      compare(one);
      if (differences.size() > before) {
        failed.add(one.name());
      }
    }

    report("scenarios", lines.size() - failed.size() + " of " + lines.size());
    differences.forEach((where, what) -> report("scenario deviation", where + ": " + what));
    assertThat(differences.keySet()).isEqualTo(table("deviations.txt").keySet());
    assertThat(lines).hasSize(CASES);
    assertThat(lines.size() - failed.size()).isEqualTo(PASSED);
  }

  @Test
  void everyAnswer_isARuleThatRaisesAlerts() {
    Set<String> names = new TreeSet<>();
    answers.values().forEach(rules -> rules(rules).forEach(rule -> names.add(rule.file())));

    Set<String> loud = new TreeSet<>();
    RULES.rules().stream()
        .filter(rule -> CORRELATIONS.raisesAlerts(rule.ref()))
        .forEach(rule -> loud.add(rule.file()));
    CORRELATIONS.correlations().stream()
        .filter(rule -> CORRELATIONS.raisesAlerts(rule.ref()))
        .forEach(rule -> loud.add(rule.origin().file()));
    assertThat(loud).containsAll(names);
  }

  private void compare(ScenarioCase one) {
    DecodedBatch decoded = decode(one);
    decoded.rejections().forEach(rejection -> differ(one, rejection.cause(), rejection.reason()));
    if (!one.asksForAlerts()) {
      for (Event event : decoded.events()) {
        Object error = event.ecsFields().get("error.message");
        if (error != null) {
          differ(one, "error.message", error.toString());
        }
      }
      return;
    }
    Map<String, Map<String, Integer>> raised = raised(decoded.events());
    Map<String, Integer> expected = new LinkedHashMap<>(one.alerts());
    for (String scenario : asked(one)) {
      Map<String, Integer> ours = new TreeMap<>();
      for (Answer answer : rules(answers.getOrDefault(scenario, ""))) {
        raised
            .getOrDefault(answer.file(), Map.of())
            .forEach((source, count) -> ours.merge(scenario + ' ' + source, count, Math::max));
      }
      ours.forEach(
          (alert, count) -> {
            Integer wanted = expected.remove(alert);
            if (wanted == null || !wanted.equals(count)) {
              differ(one, alert, count + " alerts, not " + (wanted == null ? 0 : wanted));
            }
          });
    }
    expected.forEach((alert, count) -> differ(one, alert, "no alert, not " + count));
  }

  /** The scenarios of a case that a rule answers. */
  private Set<String> asked(ScenarioCase one) {
    Set<String> asked = new TreeSet<>();
    one.alerts().keySet().forEach(alert -> asked.add(alert.split(" ", 2)[0]));
    one.loaded().stream().filter(answers::containsKey).forEach(asked::add);
    return asked;
  }

  private void differ(ScenarioCase one, String what, String how) {
    differences.put(one.name() + ' ' + what, how);
  }

  private static DecodedBatch decode(ScenarioCase one) {
    byte[] payload = String.join("\n", one.lines()).getBytes(StandardCharsets.UTF_8);
    return DECODER.decode(
        RawBatch.of(new EventOrigin(Tenant.DEFAULT, one.name(), one.name(), 0), RECEIVED, payload));
  }

  /** How many alerts each rule has raised, by its file and the source. */
  private Map<String, Map<String, Integer>> raised(List<Event> events) {
    Map<String, Map<String, Set<Object>>> alerts = new TreeMap<>();
    Correlator correlator = Correlator.builder(Tenant.DEFAULT, CORRELATIONS).build();
    for (Event event : events) {
      List<Match> matches = ENGINE.process(event);
      correlator.add(event, matches);
      matches.forEach(match -> raise(match, event, alerts));
    }
    correlator.end().forEach(firing -> raise(firing, alerts));
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    alerts.forEach(
        (rule, sources) ->
            sources.forEach(
                (source, ids) ->
                    counts.computeIfAbsent(rule, name -> new TreeMap<>()).put(source, ids.size())));
    return counts;
  }

  private static void raise(Firing firing, Map<String, Map<String, Set<Object>>> alerts) {
    for (String value : firing.group()) {
      ids(firing.rule().origin().file(), value, alerts).add(firing.alertId());
    }
  }

  /** Of a match any field may be the source; those of the answers are counted. */
  private void raise(Match match, Event event, Map<String, Map<String, Set<Object>>> alerts) {
    Set<String> fields = new TreeSet<>();
    answers.values().stream()
        .flatMap(names -> rules(names).stream())
        .filter(answer -> answer.file().equals(match.rule().file()))
        .forEach(answer -> fields.add(answer.field()));
    Object own = event.id();
    Object id =
        match
            .rule()
            .suppression()
            .flatMap(suppression -> suppression.idFor(match.rule().ref(), event))
            .map(Object.class::cast)
            .orElse(own);
    for (String field : fields) {
      Optional.ofNullable(event.value(field))
          .ifPresent(source -> ids(match.rule().file(), source.toString(), alerts).add(id));
    }
  }

  private static Set<Object> ids(
      String rule, String source, Map<String, Map<String, Set<Object>>> alerts) {
    return alerts
        .computeIfAbsent(rule, name -> new TreeMap<>())
        .computeIfAbsent(source, name -> new HashSet<>());
  }

  /** A rule that answers a scenario, and where the source stands. */
  private record Answer(String file, String field) {}

  private static List<Answer> rules(String text) {
    List<Answer> rules = new ArrayList<>();
    for (String one : text.isEmpty() ? new String[0] : text.split(", *", -1)) {
      String[] parts = one.split(" ", 2);
      rules.add(new Answer(parts[0], parts.length > 1 ? parts[1] : "source.ip"));
    }
    return rules;
  }

  private static Map<String, String> table(String name) {
    Map<String, String> table = new TreeMap<>();
    Resources.text("/eventsec/scenarios/" + name)
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .forEach(
            line -> {
              int sign = line.indexOf(" = ");
              table.put(line.substring(0, sign), line.substring(sign + 3).strip());
            });
    return table;
  }

  private static List<String> lines() throws IOException {
    Path file =
        Path.of(
            System.getProperty("eventsec.corpus", "../../shared/corpus"),
            "logs/crowdsec_scenarios_dev.ndjson.gz");
    boolean there = Files.exists(file);
    if (!there) {
      report("SKIPPED", "the corpus is not at " + file + "; set -Deventsec.corpus=DIR");
    }
    Assumptions.assumeTrue(there, () -> "SKIPPED: no corpus at " + file);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  /** What a run found belongs on the build's output. */
  @SuppressWarnings("SystemOut")
  private static void report(String what, String found) {
    System.out.println("[corpus] " + what + ": " + found);
  }
}
