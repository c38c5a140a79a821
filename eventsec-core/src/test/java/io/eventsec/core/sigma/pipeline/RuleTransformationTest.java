package io.eventsec.core.sigma.pipeline;

import static io.eventsec.core.detect.Rules.about;
import static io.eventsec.core.detect.Rules.selecting;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.sigma.Logsource;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.SigmaRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTransformationTest {

  @Test
  void addCondition_isJoinedToEveryConditionOfTheRule() {
    SigmaPipeline pipeline =
        Piped.step("type: add_condition", "conditions: {Channel|startswith: Sec, Id: [1, 2]}");
    SigmaRule rule =
        about("{category: c}", "a: {F: 1}\nb: {G: 1}\ncondition: [a, not b and 1 of them]");

    assertThat(Piped.fires(pipeline, rule, Map.of("F", 1, "Channel", "Security", "Id", 2)))
        .isTrue();
    assertThat(Piped.fires(pipeline, rule, Map.of("F", 1, "Channel", "Security", "Id", 3)))
        .isFalse();
    assertThat(Piped.fires(pipeline, rule, Map.of("F", 1))).isFalse();
  }

  @Test
  void addCondition_negated_mustNotHold() {
    SigmaPipeline pipeline =
        Piped.step("type: add_condition", "conditions: {G: 1}", "negated: true");

    assertThat(Piped.fires(pipeline, selecting("F: 1"), Map.of("F", 1))).isTrue();
    assertThat(Piped.fires(pipeline, selecting("F: 1"), Map.of("F", 1, "G", 1))).isFalse();
  }

  @Test
  void addCondition_asTemplate_holdsTheRulesLogsource() {
    SigmaPipeline pipeline =
        Piped.step(
            "type: add_condition",
            "template: true",
            "conditions: {log: $product/$category/$service, n: 1}");
    SigmaRule rule = about("{product: p, service: s}", "a: {F: 1}\ncondition: a");

    assertThat(Piped.fires(pipeline, rule, Map.of("F", 1, "log", "p//s", "n", 1))).isTrue();
  }

  @Test
  void addCondition_twiceUnderOneName_keepsBoth() {
    String step = "  - {type: add_condition, name: selection, conditions: {%s: 1}}\n";
    SigmaPipeline pipeline =
        Piped.pipeline("transformations:\n" + step.formatted("G") + step.formatted("H"));

    SigmaRule rule = Piped.through(pipeline, selecting("F: 1"));

    assertThat(rule.detection().searches())
        .containsOnlyKeys("selection", "selection_2", "selection_3");
  }

  @Test
  void fieldsToShow_areRenamedAddedRemovedAndSet() {
    SigmaRule rule = withFields("[User, Image, Other]");
    SigmaPipeline pipeline =
        Piped.pipeline(
            """
            transformations:
              - {type: field_name_mapping, mapping: {User: [user.name, user.id], Image: process.executable}}
              - {type: add_field, field: [host.name, user.name]}
              - {type: remove_field, field: Other}
            """);

    SigmaRule through = Piped.through(pipeline, rule);

    assertThat(through.metadata().list("fields"))
        .containsExactly("user.name", "user.id", "process.executable", "host.name");
    assertThat(Piped.through(Piped.step("type: set_field", "fields: [a]"), rule).metadata())
        .satisfies(metadata -> assertThat(metadata.list("fields")).containsExactly("a"));
  }

  @Test
  void whatIsSaidOfARule_makesNoOtherVersionOfIt() {
    SigmaRule rule = withFields("[User]");

    SigmaRule through = Piped.through(Piped.step("type: add_field", "field: x"), rule);

    assertThat(through.ref()).isEqualTo(rule.ref());
    assertThat(through.detection()).isEqualTo(rule.detection());
  }

  private static SigmaRule withFields(String fields) {
    return SigmaReader.read(
            "rule.yml",
            "title: T\nid: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a11\nlogsource: {category: test}\nfields: "
                + fields
                + "\ndetection: {s: {F: 1}, condition: s}\n")
        .rules()
        .get(0);
  }

  @Test
  void customAttribute_isThereForLaterConditions() {
    SigmaPipeline pipeline =
        Piped.pipeline(
            """
            transformations:
              - {type: set_custom_attribute, attribute: index, value: logs}
              - type: field_name_prefix
                prefix: p.
                rule_conditions: [{type: rule_attribute, attribute: index, value: logs}]
            """);

    SigmaRule through = Piped.through(pipeline, selecting("F: 1"));

    assertThat(through.metadata().custom()).containsEntry("index", "logs");
    assertThat(Piped.fires(pipeline, selecting("F: 1"), Map.of("p.F", 1))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"level", "eventsec", "tags", "detection"})
  void customAttribute_isNoneWithAMeaning(String attribute) {
    assertThat(
            PipelineReader.read(
                    "p.yml",
                    "transformations: [{type: set_custom_attribute, attribute: "
                        + attribute
                        + ", value: x}]\n")
                .problems())
        .singleElement()
        .asString()
        .contains("'" + attribute + "' is an attribute with a meaning of its own");
  }

  @ParameterizedTest
  @CsvSource({
    "query_expression_placeholders, rules are no queries here",
    "field_name_transform, a function in Python",
    "strict_field_mapping_failure, detection_item_failure",
    "http_placeholders, reads nothing from elsewhere",
  })
  void transformationThatMeansNothingHere_isRefusedWithTheReason(String type, String reason) {
    assertThat(PipelineReader.read("p.yml", "transformations: [{type: " + type + "}]\n").problems())
        .singleElement()
        .asString()
        .contains("Transformation '" + type + "' can't be done", reason);
  }

  @Test
  void changeLogsource_replacesAllOfIt() {
    SigmaPipeline pipeline =
        Piped.step("type: change_logsource", "product: Windows", "service: sysmon");

    SigmaRule rule = Piped.through(pipeline, selecting("F: 1"));

    assertThat(rule.logsource())
        .isEqualTo(new Logsource(Optional.of("windows"), Optional.empty(), Optional.of("sysmon")));
  }

  @Test
  void ruleFailure_refusesTheRuleAtItsPlace() {
    SigmaPipeline pipeline = Piped.step("type: rule_failure", "message: Not for us");

    List<SigmaProblem> problems = Piped.refusal(pipeline, selecting("F: 1"));

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).file()).isEqualTo("test.yml");
    assertThat(problems.get(0).line()).isEqualTo(1);
    assertThat(problems.get(0).message()).isEqualTo("Pipeline 'test.yml': Not for us");
    assertThat(problems.get(0).cure()).isNotBlank();
  }

  @Test
  void itemFailure_refusesRulesWithSuchItemsOnly() {
    SigmaPipeline pipeline =
        Piped.step(
            "type: detection_item_failure",
            "message: No hashes",
            "field_name_conditions: [{type: include_fields, fields: [Hashes]}]");

    assertThat(Piped.refusal(pipeline, selecting("Hashes: x")))
        .extracting(SigmaProblem::message)
        .containsExactly("Pipeline 'test.yml': No hashes (field 'Hashes')");
    assertThat(Piped.fires(pipeline, selecting("F: 1"), Map.of("F", 1))).isTrue();
  }

  @Test
  void nest_runsItsItemsInOrderUnderItsConditions() {
    SigmaPipeline pipeline =
        Piped.pipeline(
            """
            transformations:
              - type: nest
                rule_conditions: [{type: logsource, category: test}]
                items:
                  - {type: field_name_prefix, prefix: b.}
                  - {type: field_name_prefix, prefix: a.}
            """);

    assertThat(Piped.fires(pipeline, selecting("F: 1"), Map.of("a.b.F", 1))).isTrue();
    SigmaRule other = about("{category: other}", "a: {F: 1}\ncondition: a");
    assertThat(Piped.through(pipeline, other)).isSameAs(other);
  }
}
