package io.eventsec.core.sigma.pipeline;

import static io.eventsec.core.detect.Rules.selecting;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.SigmaRule;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
  private static final SigmaRule RULE =
      SigmaReader.read(
              "rule.yml",
              """
              title: Some Rule
              id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a11
              level: high
              status: test
              date: 2024-05-06
              tags: [attack.t1046, attack.discovery]
              ours: 5
              more: [a, b]
              logsource: {product: windows, category: process_creation}
              detection:
                s:
                  F: [abc, null]
                  G|contains: 'x*y'
                  H: 7
                condition: s
              """)
          .rules()
          .get(0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: logsource, product: Windows | true",
        "type: logsource, product: windows, category: process_creation | true",
        "type: logsource, product: windows, service: security | false",
        "type: logsource, category: dns | false",
        "type: contains_field, field: F | true",
        "type: contains_field, field: f | false",
        "type: contains_detection_item, field: F, value: abc | true",
        "type: contains_detection_item, field: F, value: null | true",
        "type: contains_detection_item, field: H, value: 7 | true",
        "type: contains_detection_item, field: H, value: abc | false",
        "type: tag, tag: attack.t1046 | true",
        "type: tag, tag: attack.t1047 | false",
        "type: is_sigma_rule | true",
        "type: is_sigma_correlation_rule | false",
        "type: processing_item_applied, processing_item_id: none | false",
        "type: processing_state, key: k, val: v | false",
        "type: rule_attribute, attribute: level, value: medium, op: gte | true",
        "type: rule_attribute, attribute: level, value: high, op: gt | false",
        "type: rule_attribute, attribute: level, value: [low, high], op: in | true",
        "type: rule_attribute, attribute: date, value: 2024-01-01, op: gt | true",
        "type: rule_attribute, attribute: date, value: 2024-01-01, op: lt | false",
        "type: rule_attribute, attribute: ours, value: 10, op: lt | true",
        "type: rule_attribute, attribute: ours, value: 5, op: lte | true",
        "type: rule_attribute, attribute: title, value: some rule | true",
        "type: rule_attribute, attribute: id, value: 1 | false",
        "type: rule_attribute, attribute: status, value: [stable, test], op: not_in | false",
        "type: rule_attribute, attribute: status, value: Test | true",
        "type: rule_attribute, attribute: status, value: stable, op: lt | true",
        "type: rule_attribute, attribute: status, value: experimental, op: gt | true",
        "type: rule_attribute, attribute: status, value: unsupported, op: lte | false",
        "type: rule_attribute, attribute: date, value: 2024/05/06 | true",
        "type: rule_attribute, attribute: modified, value: 2024-01-01, op: gt | false",
        "type: rule_attribute, attribute: tags, value: attack.discovery, op: in | true",
        "type: rule_attribute, attribute: tags, value: attack.discovery, op: not_in | false",
        "type: rule_attribute, attribute: tags, value: attack.impact, op: not_in | true",
        "type: rule_attribute, attribute: tags, value: attack.discovery | false",
        "type: rule_attribute, attribute: tags, value: attack.discovery, op: ne | true",
        "type: rule_attribute, attribute: more, value: b, op: in | true",
        "type: contains_detection_item, field: H, value: '7' | false",
        "type: contains_detection_item, field: G, value: '*x*y*' | true",
        "type: contains_detection_item, field: G, value: 'x*y' | false",
        "type: rule_attribute, attribute: author, value: x, op: ne | false",
      })
  void ruleCondition_holdsAsExpected(String condition, boolean holds) {
    SigmaPipeline pipeline =
        Piped.step(
            "type: field_name_prefix", "prefix: p.", "rule_conditions: [{" + condition + "}]");

    assertThat(Piped.through(pipeline, RULE) != RULE).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: match_string, pattern: 'ab' | F",
        "type: match_string, pattern: 'bc' | ''",
        "type: match_string, pattern: 'ab', negate: true | FGH",
        "type: match_string, pattern: '\\*x\\*y\\*$' | G",
        "type: match_string, pattern: 'x' | ''",
        "type: match_value, value: abc | F",
        "type: match_value, value: ABC | ''",
        "type: match_value, value: 7 | H",
        "type: match_value, value: '7' | ''",
        "type: match_value, value: null, cond: any | F",
        "type: match_value, value: '*x*y*', cond: all | G",
        "type: match_string, pattern: 'ab', cond: all | ''",
        "type: is_null | F",
        "type: is_null, cond: all | ''",
        "type: contains_wildcard | G",
        "type: contains_wildcard, cond: all | G",
        "type: processing_item_applied, processing_item_id: none | ''",
        "type: processing_state, key: k, val: v | ''",
      })
  void itemCondition_holdsOfTheItemsExpected(String condition, String fields) {
    assertThat(prefixed("detection_item_conditions: [{" + condition + "}]")).isEqualTo(fields);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: include_fields, fields: [F, H] | FH",
        "type: include_fields, fields: ['[GH]'], mode: re | GH",
        "type: exclude_fields, fields: [F] | GH",
        "type: exclude_fields, fields: ['.'], mode: re | ''",
      })
  void fieldCondition_holdsOfTheFieldsExpected(String condition, String fields) {
    assertThat(prefixed("field_name_conditions: [{" + condition + "}]")).isEqualTo(fields);
  }

  @Test
  void conditions_areJoinedByAndByOrNegatedOrByAnExpression() {
    String two =
        "field_name_conditions: [{type: include_fields, fields: [F, G]},"
            + " {type: include_fields, fields: [G, H]}]";
    String named =
        "field_name_conditions: {a: {type: include_fields, fields: [F]},"
            + " b: {type: include_fields, fields: [G]}}";

    assertThat(prefixed(two)).isEqualTo("G");
    assertThat(prefixed(two, "field_name_cond_op: or")).isEqualTo("FGH");
    assertThat(prefixed(two, "field_name_cond_not: true")).isEqualTo("FH");
    assertThat(prefixed(named, "field_name_cond_expr: not a and not b")).isEqualTo("H");
    assertThat(prefixed(named, "field_name_cond_expr: 1 of them")).isEqualTo("FG");
  }

  @Test
  void joining_noConditions_isAboutAll() {
    assertThat(prefixed("rule_cond_not: true", "field_name_cond_not: true")).isEqualTo("FGH");
    assertThat(prefixed("rule_cond_op: or", "detection_item_cond_op: or")).isEqualTo("FGH");
  }

  @Test
  void expression_thatLeavesAConditionOut_isAProblem() {
    assertThat(
            PipelineReader.read(
                    "test.yml",
                    "transformations:\n  - {type: field_name_prefix, prefix: p, field_name_cond_expr: a,"
                        + " field_name_conditions: {a: {type: include_fields, fields: [F]}, b-c: {type: include_fields, fields: [G]}}}\n")
                .problems())
        .singleElement()
        .asString()
        .contains("'field_name_cond_expr' leaves out the condition 'b-c'");
  }

  @Test
  void wildcardsAtTheEnds_areThoseOfTheModifiers() {
    for (String item : new String[] {"F|contains: a", "F|startswith: a", "F|endswith: a"}) {
      assertThat(wildcards(item)).as(item).isEqualTo("p.F");
    }
    assertThat(wildcards("F: a")).isEqualTo("F");
    assertThat(wildcards("F|re: a*")).isEqualTo("F");
  }

  private static String wildcards(String item) {
    SigmaPipeline pipeline =
        Piped.step(
            "type: field_name_prefix",
            "prefix: p.",
            "detection_item_conditions: [{type: contains_wildcard}]");
    return Piped.through(pipeline, selecting(item))
        .detection()
        .items()
        .findFirst()
        .orElseThrow()
        .field();
  }

  @Test
  void fieldThatIsOnlyReferredTo_isMapped() {
    SigmaPipeline pipeline =
        Piped.step(
            "type: field_name_mapping",
            "mapping: {F: X, G: Y}",
            "field_name_conditions: [{type: include_fields, fields: [G]}]");

    assertThat(Piped.fires(pipeline, selecting("F|fieldref: G"), Map.of("F", "a", "Y", "a")))
        .isTrue();
  }

  @Test
  void processingItemApplied_knowsWhichRulesAndItemsWereChanged() {
    SigmaPipeline pipeline =
        Piped.pipeline(
            """
            transformations:
              - {id: first, type: field_name_mapping, mapping: {F: [A, B]}}
              - type: field_name_prefix
                prefix: p.
                rule_conditions: [{type: processing_item_applied, processing_item_id: first}]
                field_name_conditions: [{type: processing_item_applied, processing_item_id: first}]
              - type: field_name_suffix
                suffix: .s
                rule_conditions: [{type: processing_item_applied, processing_item_id: other}]
            """);

    assertThat(Piped.through(pipeline, selecting("F: 1", "G: 1")).detection().items())
        .extracting(item -> item.field())
        .containsExactly("p.A", "p.B", "G");
  }

  @Test
  void processingState_isWhatAnEarlierItemSet() {
    SigmaPipeline pipeline =
        Piped.pipeline(
            """
            transformations:
              - {type: set_state, key: index, val: 5}
              - type: field_name_prefix
                prefix: p.
                rule_conditions: [{type: processing_state, key: index, val: 4, op: gt}]
                detection_item_conditions: [{type: processing_state, key: index, val: 5}]
            """);

    assertThat(Piped.through(pipeline, selecting("F: 1")).detection().items())
        .extracting(item -> item.field())
        .containsExactly("p.F");
  }

  /** The fields of the rule that get a prefix under these conditions. */
  private static String prefixed(String... conditions) {
    String[] lines = new String[conditions.length + 2];
    lines[0] = "type: field_name_prefix";
    lines[1] = "prefix: p.";
    System.arraycopy(conditions, 0, lines, 2, conditions.length);
    StringBuilder fields = new StringBuilder();
    Piped.through(Piped.step(lines), RULE)
        .detection()
        .items()
        .filter(item -> item.field().startsWith("p."))
        .forEach(item -> fields.append(item.field().substring(2)));
    return fields.toString();
  }
}
