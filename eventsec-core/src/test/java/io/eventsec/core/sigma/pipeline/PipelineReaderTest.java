package io.eventsec.core.sigma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.ast.Scalar;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineReaderTest {

  @Test
  void read_soundText_hasNamePriorityAndVariables() {
    SigmaPipeline pipeline =
        Piped.pipeline(
            "name: Ours\npriority: 30\nvars: {admins: [root, 0], host: dc1}\n"
                + "allowed_backends: [splunk]\npostprocessing: []\nfinalizers: []\n");

    assertThat(pipeline.name()).isEqualTo("Ours");
    assertThat(pipeline.priority()).isEqualTo(30);
    assertThat(pipeline.variables())
        .isEqualTo(
            Map.of(
                "admins", List.of(new Scalar("root"), new Scalar(0L)),
                "host", List.of(new Scalar("dc1"))));
  }

  @Test
  void read_withoutNameAndPriority_takesTheTextsNameAndZero() {
    SigmaPipeline pipeline = Piped.pipeline("vars: {a: b}");

    assertThat(pipeline.name()).isEqualTo("test.yml");
    assertThat(pipeline.priority()).isZero();
  }

  @Test
  void read_unknownTransformation_isAProblemAtItsPlaceNamingTheKnownOnes() {
    List<SigmaProblem> problems = problems("transformations:\n  - type: field_name_maping\n");

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).line()).isEqualTo(2);
    assertThat(problems.get(0).column()).isEqualTo(11);
    assertThat(problems.get(0).message())
        .isEqualTo("Transformation 'field_name_maping' is not known");
    assertThat(problems.get(0).cure()).contains("field_name_mapping").contains("nest");
  }

  @Test
  void read_unknownCondition_isAProblemNamingTheKnownOnes() {
    List<SigmaProblem> problems =
        problems(
            "transformations:\n  - type: drop_detection_item\n    field_name_conditions:\n"
                + "      - type: logsource\n");

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).line()).isEqualTo(4);
    assertThat(problems.get(0).message())
        .isEqualTo("There is no condition 'logsource' in 'field_name_conditions'");
    assertThat(problems.get(0).cure()).contains("include_fields");
  }

  @Test
  void read_missingParameter_isAProblem() {
    assertThat(messages("transformations:\n  - type: field_name_prefix\n"))
        .containsExactly("Parameter 'prefix' is missing");
    assertThat(messages("transformations:\n  - type: nest\n"))
        .containsExactly("Parameter 'items' is missing");
    assertThat(messages("transformations:\n  - type: add_condition\n"))
        .containsExactly("Parameter 'conditions' is missing");
    assertThat(messages("transformations:\n  - type: field_name_mapping\n"))
        .containsExactly("Parameter 'mapping' is missing");
  }

  @Test
  void read_unknownParameter_isAProblem() {
    assertThat(messages("transformations:\n  - {type: rule_failure, message: m, when: now}\n"))
        .containsExactly("Transformation 'rule_failure' has no parameter 'when'");
    assertThat(messages("vars: {a: b}\ntransformation: []\n"))
        .containsExactly("A pipeline has no parameter 'transformation'");
  }

  @Test
  void read_conditionsThatMeanNothingToTheTransformation_areAProblem() {
    assertThat(
            messages(
                "transformations:\n  - type: set_state\n    key: k\n    val: v\n"
                    + "    detection_item_conditions: [{type: is_null}]\n"))
        .containsExactly(
            "'detection_item_conditions' means nothing to 'set_state', which looks at the rule"
                + " only");
  }

  @Test
  void read_badRegex_isAProblem() {
    assertThat(
            messages(
                "transformations:\n  - {type: replace_string, regex: '(?=a)', replacement: ''}\n"))
        .singleElement()
        .asString()
        .startsWith("The regular expression '(?=a)' can't run in linear time or is wrong");
  }

  @Test
  void read_replacementNamingAMissingGroup_isAProblem() {
    assertThat(
            messages(
                "transformations:\n  - {type: replace_string, regex: '(a)', replacement: '\\2'}\n"))
        .containsExactly("The replacement names group '2', which the regex hasn't got");
  }

  @Test
  void read_wrongKinds_areProblems() {
    assertThat(
            messages(
                """
                priority: high
                vars: [a]
                transformations:
                  - text
                  - {type: field_name_mapping, mapping: {a: []}}
                  - {type: replace_string, regex: a, replacement: [b], skip_special: maybe}
                  - {type: case, method: title}
                  - {type: add_condition, conditions: [a]}
                  - {type: value_placeholders, include: [a], exclude: [b]}
                """))
        .containsExactly(
            "Parameter 'priority' is no whole number",
            "Parameter 'vars' is a list, not a map",
            "A transformation is a single value, not a map",
            "'a' is mapped to nothing",
            "A value of 'replacement' is a list",
            "Parameter 'skip_special' is neither true nor false",
            "Parameter 'method' is 'title'",
            "'conditions' is a list, not a map",
            "'include' and 'exclude' exclude each other");
  }

  @Test
  void read_conditionsWrittenWrongly_areProblems() {
    assertThat(
            messages(
                """
                transformations:
                  - type: drop_detection_item
                    rule_conditions: [{type: logsource}, {type: tag}, text]
                    rule_cond_op: xor
                    detection_item_conditions:
                      null: {type: is_null, cond: some}
                    detection_item_cond_expr: nothing or else
                    field_name_conditions: [{type: include_fields, fields: []}]
                """))
        .containsExactlyInAnyOrder(
            "It names neither product, category nor service",
            "Parameter 'tag' is missing",
            "A condition is a single value, not a map",
            "Parameter 'rule_cond_op' is 'xor'",
            "Parameter 'cond' is 'some'",
            "'detection_item_cond_expr' can't be read: The detection has no search identifier"
                + " 'nothing'",
            "Parameter 'fields' is an empty list");
  }

  @Test
  void read_operatorAndExpression_excludeEachOther() {
    assertThat(
            messages(
                """
                transformations:
                  - type: drop_detection_item
                    rule_conditions: {a: {type: tag, tag: t}}
                    rule_cond_expr: a
                    rule_cond_op: or
                """))
        .containsExactly("'rule_cond_op' and 'rule_cond_expr' exclude each other");
  }

  @Test
  void read_addedConditionWithABadModifier_isAProblem() {
    assertThat(messages("transformations:\n  - {type: add_condition, conditions: {a|inside: b}}\n"))
        .singleElement()
        .asString()
        .contains("inside");
  }

  @Test
  void read_notOnePipeline_isAProblem() {
    assertThat(messages("")).containsExactly("The text is not one pipeline");
    assertThat(messages("- a")).containsExactly("The text is not one pipeline");
    assertThat(messages("vars: {a: b}\n---\nvars: {a: b}\n"))
        .containsExactly("The text is not one pipeline");
    assertThat(messages("name: Nothing")).containsExactly("The pipeline does nothing");
    assertThat(messages("a: [")).singleElement().asString().startsWith("Not valid YAML");
  }

  @Test
  void read_tooManyNodes_isAProblem() {
    assertThat(messages("vars: {a: [" + "x, ".repeat(50_001) + "x]}"))
        .containsExactly(
            "The document is too large or refers to itself once its aliases are followed");
  }

  private static List<String> messages(String yaml) {
    return problems(yaml).stream().map(SigmaProblem::message).toList();
  }

  private static List<SigmaProblem> problems(String yaml) {
    PipelineDocument document = PipelineReader.read("test.yml", yaml);
    assertThat(document.pipeline()).isEmpty();
    return document.problems();
  }
}
