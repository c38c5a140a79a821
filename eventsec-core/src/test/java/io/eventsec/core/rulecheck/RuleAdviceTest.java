package io.eventsec.core.rulecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleAdviceTest {
  private static final String RULE =
      """
      title: Tool
      id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a11
      tags: [attack.execution, attack.t1059.001, cve.2021-44228, detection.threat-hunting]
      logsource: {product: windows, category: process_creation}
      detection:
        selection: {Image|endswith: '\\tool.exe', CommandLine|contains: secret}
        condition: selection
      """;

  @Test
  void ruleAsItShouldBe_needsNoAdvice() {
    assertThat(advice(RULE)).isEmpty();
  }

  @Test
  void idThatIsNoUuid_isTakenAndToldOf() {
    assertThat(advice(RULE.replace("0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a11", "200014")))
        .singleElement()
        .asString()
        .contains("The id '200014' is no UUID");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"attack.t105", "attack.nonsense", "attack", "cve.2021", "tlp.pink", "mine.x"})
  void tagThatMeansNothing_isNamed(String tag) {
    assertThat(advice(RULE.replace("attack.execution", tag)))
        .singleElement()
        .asString()
        .contains("Tag '" + tag + "' means nothing");
  }

  @Test
  void tagInUpperCase_isToldHowToBeWritten() {
    assertThat(advice(RULE.replace("attack.execution", "attack.T1059")))
        .singleElement()
        .asString()
        .contains("Tag 'attack.T1059' is not in lower case", "Write attack.t1059");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-31", "2024-13-01", "2024/02-03", "31.12.2024", "0000-01-01"})
  void dayThatDoesNotExist_isTaken_andToldOf(String day) {
    assertThat(advice(RULE + "date: 2024-02-29\nmodified: " + day + "\n"))
        .singleElement()
        .asString()
        .contains("The modified '" + day + "' is no day");
    assertThat(advice(RULE + "date: 2024/02/29\n")).isEmpty();
  }

  @Test
  void relationThatIsNone_isTaken_andToldOf() {
    String related = "related: [{id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a12, type: %s}]\n";
    assertThat(advice(RULE + related.formatted("cousin")))
        .singleElement()
        .asString()
        .contains("No rule is 'cousin' to another");
    assertThat(advice(RULE + related.formatted("similar"))).isEmpty();
  }

  @Test
  void fieldThatTheTaxonomyDoesNotKnow_isNamedWithTheNearest() {
    assertThat(advice(RULE.replace("CommandLine", "CommandLin")))
        .singleElement()
        .asString()
        .contains("Field 'CommandLin' is not one of windows/process_creation/*")
        .contains("Did you mean CommandLine?");
  }

  @Test
  void logsourceWithoutTaxonomy_mayHaveAnyField() {
    assertThat(
            advice(RULE.replace("{product: windows, category: process_creation}", "{product: x}")))
        .isEmpty();
  }

  @Test
  void conditionThatSparesNoEvent_isToldOf() {
    assertThat(advice(RULE.replace("condition: selection", "condition: not selection")))
        .singleElement()
        .asString()
        .contains("is tried on each");
  }

  private static List<SigmaProblem> advice(String rule) {
    LoadedRules loaded = LoadedRules.of(List.of(SigmaReader.read("rule.yml", rule)));
    assertThat(loaded.problems()).isEmpty();
    return RuleAdvice.of(loaded);
  }
}
