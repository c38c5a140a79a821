package io.eventsec.core.sigma.pipeline;

import static io.eventsec.core.detect.Rules.about;
import static io.eventsec.core.detect.Rules.detecting;
import static io.eventsec.core.detect.Rules.selecting;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaRule;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldTransformationTest {
  private static final SigmaPipeline TO_ONE =
      Piped.step("type: field_name_mapping", "mapping: {F: a}");
  private static final SigmaPipeline TO_TWO =
      Piped.step("type: field_name_mapping", "mapping: {F: [a, b]}");

  private static final SigmaPipeline HASHES =
      Piped.step("type: hashes_fields", "valid_hash_algos: [MD5, SHA1]", "field_prefix: h.");

  @Test
  void mapping_ofNull_looksForKeywordsInThoseFields() {
    SigmaPipeline pipeline =
        Piped.step("type: field_name_mapping", "mapping: {null: [message, log.original], F: X}");
    SigmaRule rule = about("{category: c}", "s: [evil, 7]\nt: {F: a}\ncondition: s and t");

    assertThat(Piped.fires(pipeline, rule, Map.of("log.original", "so EVIL", "X", "a"))).isTrue();
    assertThat(Piped.fires(pipeline, rule, Map.of("message", "at 7:00", "X", "a"))).isTrue();
    assertThat(Piped.fires(pipeline, rule, Map.of("other", "evil", "X", "a"))).isFalse();
    SigmaRule all = about("{category: c}", "s: {'|all': [a, b]}\ncondition: s");
    assertThat(
            Piped.fires(
                Piped.step("type: field_name_mapping", "mapping: {~: m}"),
                all,
                Map.of("m", "xbax")))
        .isTrue();
  }

  @Test
  void mapping_toOneField_looksThere() {
    SigmaRule rule = selecting("F|contains: x", "G: y");

    assertThat(Piped.fires(TO_ONE, rule, Map.of("a", "axa", "G", "y"))).isTrue();
    assertThat(Piped.fires(TO_ONE, rule, Map.of("F", "axa", "G", "y"))).isFalse();
  }

  @Test
  void mapping_toTwoFields_looksInEither() {
    SigmaRule rule = selecting("F: x", "G: y");

    assertThat(Piped.fires(TO_TWO, rule, Map.of("a", "x", "G", "y"))).isTrue();
    assertThat(Piped.fires(TO_TWO, rule, Map.of("b", "x", "G", "y"))).isTrue();
    assertThat(Piped.fires(TO_TWO, rule, Map.of("a", "x"))).isFalse();
  }

  @Test
  void mapping_negatedToTwoFields_holdsIfNeitherHasIt() {
    SigmaRule rule = selecting("F|neq: x");

    assertThat(Piped.fires(TO_TWO, rule, Map.of("a", "y", "b", "z"))).isTrue();
    assertThat(Piped.fires(TO_TWO, rule, Map.of("a", "y", "b", "x"))).isFalse();
  }

  @Test
  void mapping_nullToTwoFields_holdsIfBothAreMissing() {
    SigmaRule rule = selecting("F: null", "G: y");

    assertThat(Piped.fires(TO_TWO, rule, Map.of("G", "y"))).isTrue();
    assertThat(Piped.fires(TO_TWO, rule, Map.of("G", "y", "a", "x"))).isFalse();
  }

  @Test
  void mapping_nullOrTextToTwoFields_keepsEachMeaning() {
    SigmaRule rule = selecting("F: [null, x]", "G: y");

    assertThat(Piped.fires(TO_TWO, rule, Map.of("G", "y"))).isTrue();
    assertThat(Piped.fires(TO_TWO, rule, Map.of("G", "y", "b", "x"))).isTrue();
    assertThat(Piped.fires(TO_TWO, rule, Map.of("G", "y", "b", "z"))).isFalse();
  }

  @Test
  void mapping_notNullNorTextToTwoFields_keepsEachMeaning() {
    SigmaRule rule = selecting("F|neq: [null, x]", "G: y");

    assertThat(Piped.fires(TO_TWO, rule, Map.of("G", "y"))).isFalse();
    assertThat(Piped.fires(TO_TWO, rule, Map.of("G", "y", "a", "z", "b", "x"))).isFalse();
    assertThat(Piped.fires(TO_TWO, rule, Map.of("G", "y", "a", "z"))).isTrue();
  }

  @Test
  void mapping_allToTwoFields_wantsAllInOneOfThem() {
    SigmaRule rule = selecting("F|contains|all: [x, y]");

    assertThat(Piped.fires(TO_TWO, rule, Map.of("b", "yx"))).isTrue();
    assertThat(Piped.fires(TO_TWO, rule, Map.of("a", "x", "b", "z"))).isFalse();
  }

  @Test
  void mapping_fieldThatIsReferredTo_isMappedToo() {
    SigmaRule rule = selecting("G|fieldref: F");

    assertThat(Piped.fires(TO_TWO, rule, Map.of("G", "x", "b", "x"))).isTrue();
    assertThat(Piped.fires(TO_TWO, rule, Map.of("G", "x", "F", "x"))).isFalse();
  }

  @Test
  void mapping_keywords_areLeftAlone() {
    SigmaRule rule = detecting("k: [x]\ncondition: k");

    assertThat(Piped.through(TO_ONE, rule)).isSameAs(rule);
  }

  @Test
  void prefixMapping_ofAPrefix_keepsTheRest() {
    SigmaPipeline pipeline =
        Piped.step("type: field_name_prefix_mapping", "mapping: {w.: [x., y.]}");

    assertThat(Piped.fires(pipeline, selecting("w.f: 1"), Map.of("y.f", 1))).isTrue();
    assertThat(Piped.fires(pipeline, selecting("v.f: 1"), Map.of("v.f", 1))).isTrue();
  }

  @Test
  void prefixAndSuffix_areAdded() {
    SigmaPipeline prefix = Piped.step("type: field_name_prefix", "prefix: p.");
    SigmaPipeline suffix = Piped.step("type: field_name_suffix", "suffix: .s");

    assertThat(Piped.fires(prefix, selecting("F: 1"), Map.of("p.F", 1))).isTrue();
    assertThat(Piped.fires(suffix, selecting("F: 1"), Map.of("F.s", 1))).isTrue();
    assertThat(Piped.fires(suffix, selecting("F: 1"), Map.of("F", 1))).isFalse();
  }

  @Test
  void hashesFields_asksOneFieldForEachKind() {
    String md5 = "a".repeat(32);
    SigmaRule any = selecting("Hashes|contains: ['SHA1=ab01', 'MD5=" + md5 + "']", "G: 1");
    SigmaRule none = selecting("Hashes|contains|neq: ['SHA1=ab01', '" + md5 + "']", "G: 1");

    assertThat(Piped.fires(HASHES, any, Map.of("h.MD5", md5, "G", 1))).isTrue();
    assertThat(Piped.fires(HASHES, any, Map.of("h.SHA1", md5, "G", 1))).isFalse();
    assertThat(Piped.fires(HASHES, none, Map.of("h.MD5", md5, "G", 1))).isFalse();
    assertThat(Piped.fires(HASHES, none, Map.of("h.MD5", "b", "G", 1))).isTrue();
  }

  @Test
  void hashesFields_ofAnyOtherValue_leavesTheItem() {
    SigmaRule rule = selecting("Hashes|contains: ['SHA1=ab01', 'SHA256=ab']");

    assertThat(Piped.through(HASHES, rule)).isSameAs(rule);
  }

  @Test
  void drop_ofOneItem_leavesTheOthers() {
    assertThat(Piped.fires(dropping("F"), selecting("F: 1", "G: 2"), Map.of("G", 2))).isTrue();
  }

  @Test
  void drop_ofAWholeSearch_takesItOutOfTheCondition() {
    SigmaRule rule =
        detecting(
            "a: {F: 1}\nb1: {G: 2}\nb2: {F: 3}\nc: {H: 4}\n"
                + "condition: (a or c) and not a and all of b*");

    assertThat(Piped.fires(dropping("F"), rule, Map.of("G", 2, "H", 4))).isTrue();
    assertThat(Piped.fires(dropping("F"), rule, Map.of("G", 2))).isFalse();
  }

  @Test
  void drop_ofEverything_refusesTheRule() {
    assertThat(Piped.refusal(dropping("F"), selecting("F: 1")))
        .extracting(SigmaProblem::message)
        .containsExactly(
            "Pipeline 'test.yml': Nothing is left of the rule's condition once items are dropped");
  }

  @Test
  void mapping_thatMultipliesItems_isBounded() {
    String twice = "  - {type: field_name_mapping, mapping: {F: [F, F]}}\n";

    assertThat(
            Piped.refusal(
                Piped.pipeline("transformations:\n" + twice.repeat(20)), selecting("F: 1")))
        .extracting(SigmaProblem::message)
        .containsExactly("Pipeline 'test.yml': The rule gets more than 10000 detection items");
  }

  private static SigmaPipeline dropping(String field) {
    return Piped.step(
        "type: drop_detection_item",
        "field_name_conditions: [{type: include_fields, fields: [" + field + "]}]");
  }
}
