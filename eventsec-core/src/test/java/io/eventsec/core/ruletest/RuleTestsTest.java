package io.eventsec.core.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.SigmaRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTestsTest {
  private static final SigmaRule RULE =
      SigmaReader.read(
              "tool.yml",
              """
              title: Tool
              id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a11
              logsource: {category: process_creation}
              detection:
                selection: {Image|endswith: '\\tool.exe', a.b: 1}
                condition: selection
              """)
          .rules()
          .get(0);

  @Test
  void cases_passIfTheRuleSaysWhatItMust() {
    RuleTestFile file =
        read(
            """
            match:
              - name: as a map
                event: {Image: 'C:\\tool.exe', a: {b: 1}}
              - name: as a line
                event: '{"Image": "C:\\\\tool.exe", "a": {"b": [2, 1]}}'
            no_match:
              - name: another program
                event: {Image: 'C:\\mytool.exe', a: {b: 1}}
            """);

    List<RuleTestResult> results = new RuleTests().run(RULE, file);

    assertThat(results).hasSize(3).allMatch(RuleTestResult::passed);
    assertThat(results).extracting(RuleTestResult::reason).containsOnly("");
  }

  @Test
  void casesOfARuleAboutAlerts_areAlertsAsSuchRulesSeeThem() {
    SigmaRule rule =
        SigmaReader.read(
                "alert.yml",
                """
                title: Grave
                id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a12
                logsource: {product: eventsec, service: alert}
                detection:
                  selection: {event.risk_score|gte: 80}
                  condition: selection
                """)
            .rules()
            .get(0);
    RuleTestFile file =
        read(
            """
            match:
              - {name: grave, event: {event: {kind: alert, risk_score: 80}}}
            no_match:
              - {name: less, event: {event: {kind: alert, risk_score: 79}}}
            """);

    assertThat(new RuleTests().run(rule, file)).hasSize(2).allMatch(RuleTestResult::passed);
  }

  @Test
  void casesThatFail_sayWhy() {
    RuleTestFile file =
        read(
            """
            match:
              - {name: other, event: {Image: other.exe, a: {b: 1}}}
              - {name: no json, event: 'plain text'}
            no_match:
              - {name: is one, event: {Image: '\\tool.exe', a: {b: 1}}}
            """);

    List<RuleTestResult> results = new RuleTests().run(RULE, file);

    assertThat(results).noneMatch(RuleTestResult::passed);
    assertThat(results.get(0).reason()).contains("- Image|endswith   <- other.exe", "+ a.b   <- 1");
    assertThat(results.get(1).reason()).contains("cannot be read", "No format recognises");
    assertThat(results.get(2).reason()).startsWith("+ Tool");
  }

  @Test
  void sensorsRecords_areDecodedAsOnAServer() {
    SigmaRule rule =
        SigmaReader.read(
                "dns.yml",
                """
                title: Dns
                id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a12
                logsource: {product: suricata, service: dns}
                detection:
                  selection: {source.ip: 192.0.2.1, dns.rrname: example.org}
                  condition: selection
                """)
            .rules()
            .get(0);
    RuleTestFile file =
        read(
            """
            match:
              - name: a question
                event:
                  timestamp: "2026-01-01T00:00:00.000000+0000"
                  event_type: dns
                  src_ip: 192.0.2.1
                  dns: {type: query, rrname: example.org}
            no_match:
              - name: another kind of record
                event:
                  timestamp: "2026-01-01T00:00:00.000000+0000"
                  event_type: http
                  src_ip: 192.0.2.1
                  dns: {type: query, rrname: example.org}
            """);

    assertThat(new RuleTests().run(rule, file)).hasSize(2).allMatch(RuleTestResult::passed);
  }

  @Test
  void casesOfACorrelation_passByTheTimesOfTheirEvents() {
    LoadedRules loaded =
        LoadedRules.of(
            List.of(
                SigmaReader.read(
                    "tools.yml",
                    """
                    title: Tool
                    name: tool
                    logsource: {category: process_creation}
                    detection:
                      selection: {Image|endswith: '\\tool.exe'}
                      condition: selection
                    ---
                    title: Tools
                    correlation:
                      type: event_count
                      rules: [tool]
                      group-by: [Computer]
                      timespan: 10s
                      condition: {gte: 2}
                    """)));
    RuleTestFile file =
        read(
            """
            match:
              - name: two, in the wrong order
                events:
                  - {Image: 'C:\\tool.exe', Computer: a, time: '2031-01-01T00:00:05Z'}
                  - '{"Image": "C:\\\\tool.exe", "Computer": "a", "time": "2031-01-01T00:00:00Z"}'
              - name: one
                event: {Image: 'C:\\tool.exe', Computer: a, time: '2031-01-01T00:00:05Z'}
            no_match:
              - name: too late
                events:
                  - {Image: 'C:\\tool.exe', Computer: a, time: '2031-01-01T00:00:00Z'}
                  - {Image: 'C:\\tool.exe', Computer: a, time: '2031-01-01T00:00:11Z'}
              - name: in time
                events:
                  - {Image: 'C:\\tool.exe', Computer: a, time: '2031-01-01T00:00:00Z'}
                  - {Image: 'C:\\tool.exe', Computer: a, time: '2031-01-01T00:00:10Z'}
            """);

    List<RuleTestResult> results = new RuleTests().run(loaded, loaded.correlations().get(0), file);

    assertThat(results)
        .extracting(RuleTestResult::passed)
        .containsExactly(true, false, true, false);
    assertThat(results.get(1).reason()).contains("not reached", "true for 1 of 1 events");
    assertThat(results.get(3).reason()).contains("reached in the group [a]");
  }

  @Test
  void fileThatIsWrong_isAProblem() {
    assertProblem("- a list", "is not a map");
    assertProblem("{}", "has no case");
    assertProblem("matches: []", "'matches' means nothing");
    assertProblem("match: {name: x}", "'match' is not a list");
    assertProblem("match: [{name: x}]", "Case 1 of 'match' is not a name and an event");
    assertProblem("no_match: [{name: x, event: 3}]", "neither a map nor one line");
    assertProblem("match: [{name: x, events: []}]", "has no event");
    assertProblem("match: [{name: x, event: {a: 1}, events: [{a: 1}]}]", "not a name and an event");
    assertProblem("match: [{name: x, events: [3]}]", "neither a map nor one line");
    assertProblem("match: [", "Not valid YAML");
    assertProblem("match: []\nmatch: []", "Not valid YAML");
  }

  private static void assertProblem(String yaml, String message) {
    RuleTestFile file = RuleTests.read("tool.test.yml", yaml);
    assertThat(file.problems())
        .as(yaml)
        .extracting(SigmaProblem::message)
        .anyMatch(found -> found.contains(message));
  }

  private static RuleTestFile read(String yaml) {
    RuleTestFile file = RuleTests.read("tool.test.yml", yaml);
    assertThat(file.problems()).isEmpty();
    return file;
  }
}
