package io.eventsec.core.sigma.pipeline;

import static io.eventsec.core.detect.Rules.selecting;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigmaPipelinesTest {
  private static final SigmaRule RULE = selecting("F: 1");

  @Test
  void apply_ofSeveral_runsTheLowerPriorityFirstAndThenAsGiven() {
    SigmaPipelines pipelines =
        SigmaPipelines.of(List.of(prefixing("a", 20), prefixing("b", 20), prefixing("c", 10)));

    assertThat(field(pipelines.apply(RULE).rule().orElseThrow())).isEqualTo("b.a.c.F");
  }

  @Test
  void apply_ofSeveral_sharesStateAndVariables() {
    SigmaPipeline first =
        Piped.pipeline("vars: {v: x}\ntransformations: [{type: set_state, key: k, val: v}]");
    SigmaPipeline second =
        Piped.step(
            "type: value_placeholders",
            "rule_conditions: [{type: processing_state, key: k, val: v}]");

    assertThat(SigmaPipelines.of(List.of(first, second)).apply(selecting("F|expand: '%v%'")).rule())
        .isPresent();
  }

  @Test
  void apply_withoutEffect_givesTheRuleItself() {
    SigmaPipeline other =
        Piped.step("type: field_name_mapping", "mapping: {G: H}", "rule_conditions: []");

    assertThat(Piped.through(other, RULE)).isSameAs(RULE);
    assertThat(SigmaPipelines.NONE.apply(RULE).rule()).containsSame(RULE);
  }

  @Test
  void apply_withEffect_keepsIdAndSourceAndChangesTheVersion() {
    SigmaRule once = Piped.through(prefixing("a", 0), RULE);
    SigmaRule again = Piped.through(prefixing("a", 0), RULE);
    SigmaRule other = Piped.through(prefixing("b", 0), RULE);

    assertThat(once.ref().id()).isEqualTo(RULE.ref().id());
    assertThat(once.sourceYaml()).isEqualTo(RULE.sourceYaml());
    assertThat(once.ref().version()).matches("[0-9a-f]{12}").isNotEqualTo(RULE.ref().version());
    assertThat(once.ref()).isEqualTo(again.ref()).isNotEqualTo(other.ref());
  }

  @Test
  void apply_withOtherValues_changesTheVersionOfRulesThatNameThem() {
    SigmaRule rule = selecting("F|expand: '%v%'");
    SigmaPipelines one = SigmaPipelines.NONE.withValues(values("a"));
    SigmaPipelines two = SigmaPipelines.NONE.withValues(values("b"));
    SigmaPipelines more = one.withValues(Map.of("unused", List.of("c")));

    assertThat(version(one, rule)).isNotEqualTo(version(two, rule));
    assertThat(version(one, rule)).isEqualTo(version(more, rule));
  }

  @Test
  void apply_toLoadedRules_keepsTheirProblemsAndAddsItsOwn() {
    SigmaProblem before = new SigmaProblem("x.yml", 1, 1, "m", "c");
    SigmaPipelines refusing =
        SigmaPipelines.of(List.of(Piped.step("type: rule_failure", "message: no")));

    LoadedRules loaded =
        refusing.apply(new LoadedRules(List.of(RULE), List.of(), List.of(), List.of(before)));

    assertThat(loaded.rules()).isEmpty();
    assertThat(loaded.problems())
        .extracting(SigmaProblem::message)
        .containsExactly("m", "Pipeline 'test.yml': no");
  }

  private static Map<String, List<String>> values(String value) {
    return Map.of("v", List.of(value));
  }

  private static String version(SigmaPipelines pipelines, SigmaRule rule) {
    return pipelines.apply(rule).rule().orElseThrow().ref().version();
  }

  private static String field(SigmaRule rule) {
    return rule.detection().items().findFirst().orElseThrow().field();
  }

  private static SigmaPipeline prefixing(String prefix, int priority) {
    return Piped.pipeline(
        "priority: "
            + priority
            + "\ntransformations: [{type: field_name_prefix, prefix: "
            + prefix
            + ".}]");
  }
}
