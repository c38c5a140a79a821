package io.eventsec.core.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigmaReaderTest {
  private static final String RULE =
      """
      title: Odd user agent
      id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a11
      name: odd_agent
      related:
        - id: 1b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a11
          type: derived
      taxonomy: sigma
      status: test
      description: Finds it.
      license: Apache-2.0
      author: EVENTSEC
      references:
        - https://example.org/one
      date: 2026-11-24
      modified: 2026-11-25
      logsource:
        product: Zeek
        service: http
      detection:
        selection:
          user_agent|contains: odd
        condition: selection
      fields: [user_agent]
      falsepositives:
        - Scanners
      level: high
      tags:
        - attack.command-and-control
      scope: [server]
      ticket: {system: tracker, number: 7}
      """;

  @Test
  void rule_keepsEveryAttribute() {
    SigmaRule rule = onlyRule(RULE);

    assertThat(rule.ref().id()).isEqualTo("0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a11");
    assertThat(rule.ref().version()).matches("[0-9a-f]{12}");
    assertThat(rule.title()).isEqualTo("Odd user agent");
    assertThat(rule.status()).contains("test");
    assertThat(rule.description()).contains("Finds it.");
    assertThat(rule.author()).contains("EVENTSEC");
    assertThat(rule.level()).isEqualTo(Severity.HIGH);
    assertThat(rule.tags()).containsExactly("attack.command-and-control");
    assertThat(rule.references()).containsExactly("https://example.org/one");
    assertThat(rule.falsePositives()).containsExactly("Scanners");
    assertThat(rule.logsource()).hasToString("zeek/*/http");
    assertThat(rule.sourceYaml()).isEqualTo(RULE);
  }

  @Test
  void rule_keepsWhatFewAskFor() {
    SigmaMetadata metadata = onlyRule(RULE).metadata();

    assertThat(metadata.text("name")).contains("odd_agent");
    assertThat(metadata.text("taxonomy")).contains("sigma");
    assertThat(metadata.text("license")).contains("Apache-2.0");
    assertThat(metadata.text("date")).contains("2026-11-24");
    assertThat(metadata.text("modified")).contains("2026-11-25");
    assertThat(metadata.list("fields")).containsExactly("user_agent");
    assertThat(metadata.list("scope")).containsExactly("server");
    assertThat(metadata.related())
        .containsExactly(new RelatedRule("1b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a11", "derived"));
    assertThat(metadata.custom()).containsOnlyKeys("ticket");
  }

  @Test
  void remarksCalledAsOtherKindsOfDocuments_areKeptWithTheRule() {
    SigmaRule rule = onlyRule(RULE + "correlation: see also 4624\nfilter: none yet\n");

    assertThat(rule.metadata().custom())
        .containsEntry("correlation", "see also 4624")
        .containsEntry("filter", "none yet");
    assertThat(SigmaReader.read("r.yml", "title: T\ncorrelation: later\n").problems())
        .singleElement()
        .asString()
        .contains("correlation");
  }

  @Test
  void version_changesWithTheText() {
    assertThat(onlyRule(RULE).ref()).isEqualTo(onlyRule(RULE).ref());
    assertThat(onlyRule(RULE + "\n").ref().version()).isNotEqualTo(onlyRule(RULE).ref().version());
  }

  @Test
  void ruleWithoutId_isKnownByItsTitle() {
    String yaml = RULE.replaceFirst("id: .*\n", "");

    assertThat(onlyRule(yaml).ref().id())
        .isEqualTo(onlyRule(yaml.replace("high", "low")).ref().id())
        .isEqualTo(onlyRule("id:\n" + yaml).ref().id())
        .isNotEqualTo(onlyRule(yaml.replace("Odd", "Even")).ref().id());
  }

  @Test
  void severalDocuments_areSeveralRules() {
    String second = RULE.replace("0b6f8a52", "2b6f8a52").replace("Odd", "Über");

    SigmaDocument document = SigmaReader.read("two.yml", RULE + "---\n" + second);

    assertThat(document.problems()).isEmpty();
    assertThat(document.rules()).hasSize(2);
    assertThat(document.rules().get(0).sourceYaml())
        .startsWith("title: Odd")
        .doesNotContain("Über")
        .contains("number: 7");
    assertThat(document.rules().get(1).sourceYaml())
        .startsWith("title: Über")
        .contains("number: 7");
    assertThat(document.rules().get(1).line()).isGreaterThan(document.rules().get(0).line());
  }

  @Test
  void badDocument_leavesItsNeighbours() {
    String bad = RULE.replace("selection\n", "nothing\n");

    SigmaDocument document = SigmaReader.read("two.yml", bad + "---\n" + RULE);

    assertThat(document.rules()).hasSize(1);
    assertThat(document.problems()).hasSize(1);
  }

  @Test
  void repeatedId_isAProblemOfTheSecond() {
    SigmaDocument first = SigmaReader.read("a.yml", RULE);
    SigmaDocument second = SigmaReader.read("b.yml", RULE);

    LoadedRules loaded = LoadedRules.of(List.of(first, second));

    assertThat(loaded.rules()).hasSize(1);
    assertThat(loaded.problems()).hasSize(1);
    assertThat(loaded.problems().get(0).file()).isEqualTo("b.yml");
    assertThat(loaded.problems().get(0).message()).contains("0b6f8a52").contains("a.yml");
  }

  private static SigmaRule onlyRule(String yaml) {
    SigmaDocument document = SigmaReader.read("rule.yml", yaml);
    assertThat(document.problems()).isEmpty();
    assertThat(document.rules()).hasSize(1);
    return document.rules().get(0);
  }
}
