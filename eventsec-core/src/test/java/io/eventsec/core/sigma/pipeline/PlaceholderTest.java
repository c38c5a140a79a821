package io.eventsec.core.sigma.pipeline;

import static io.eventsec.core.detect.Rules.selecting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.Events;
import io.eventsec.core.detect.Rules;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaRule;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholderTest {
  private static final SigmaRule ADMINS = selecting("User|expand: '%admins%'");

  @Test
  void compile_withoutValues_throwsNamingTheRule() {
    assertThat(ADMINS.detection().placeholders()).containsExactly("admins");
    assertThatThrownBy(() -> DetectionEngine.compile(List.of(ADMINS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(ADMINS.ref().id())
        .hasMessageContaining("[admins]");
  }

  @Test
  void apply_withoutValues_makesAProblemAndKeepsTheOtherRules() {
    SigmaRule other = selecting("F: 1");

    LoadedRules loaded =
        SigmaPipelines.NONE.apply(
            new LoadedRules(List.of(ADMINS, other), List.of(), List.of(), List.of()));

    assertThat(loaded.rules()).containsExactly(other);
    assertThat(loaded.problems())
        .extracting(SigmaProblem::toString)
        .containsExactly(
            "test.yml:1:1: Placeholder '%admins%' has no values."
                + " Add 'vars: {admins: [...]}' to a pipeline, or hand in a list of that name.");
  }

  @Test
  void apply_withVariablesOfAPipeline_looksForAnyOfThem() {
    SigmaPipeline pipeline = Piped.pipeline("vars: {admins: [root, 'adm*', 7]}");

    assertThat(Piped.fires(pipeline, ADMINS, Map.of("User", "administrator"))).isTrue();
    assertThat(Piped.fires(pipeline, ADMINS, Map.of("User", 7))).isTrue();
    assertThat(Piped.fires(pipeline, ADMINS, Map.of("User", "guest"))).isFalse();
  }

  @Test
  void apply_withValuesHandedIn_prefersThemToVariables() {
    SigmaPipelines pipelines =
        SigmaPipelines.of(List.of(Piped.pipeline("vars: {admins: root}")))
            .withValues(Map.of("admins", List.of("alice", "bob")));

    SigmaRule rule = pipelines.apply(ADMINS).rule().orElseThrow();

    assertThat(Rules.fires(rule, Events.of("User", "bob"))).isTrue();
    assertThat(Rules.fires(rule, Events.of("User", "root"))).isFalse();
    assertThat(rule.detection().items().findFirst().orElseThrow().values())
        .as("the value stays what the author wrote")
        .extracting(value -> value.written())
        .containsExactly("%admins%");
  }

  @Test
  void apply_withAnEmptyList_makesAProblem() {
    assertThat(SigmaPipelines.NONE.withValues(Map.of("admins", List.of())).apply(ADMINS).rule())
        .isEmpty();
  }

  @Test
  void apply_ofSeveralInOneValue_combinesThem() {
    SigmaRule rule = selecting("Path|expand|endswith: '%dirs%/%names%.exe'");
    SigmaPipelines pipelines =
        SigmaPipelines.NONE.withValues(
            Map.of("dirs", List.of("a", "b"), "names", List.of("x", "y")));

    SigmaRule filled = pipelines.apply(rule).rule().orElseThrow();

    assertThat(Rules.fires(filled, Events.of("Path", "/b/y.exe"))).isTrue();
    assertThat(Rules.fires(filled, Events.of("Path", "/b/z.exe"))).isFalse();
  }

  @Test
  void apply_afterBackslashes_fillsWhereTheyAreTwo() {
    SigmaRule rule = selecting("Path|expand: 'C:\\\\%dirs%\\%names%'");

    assertThat(rule.detection().placeholders()).containsExactly("dirs");
    SigmaRule filled =
        SigmaPipelines.NONE
            .withValues(Map.of("dirs", List.of("a*")))
            .apply(rule)
            .rule()
            .orElseThrow();
    assertThat(Rules.fires(filled, Events.of("Path", "C:\\a b%names%"))).isTrue();
  }

  @Test
  void apply_underAll_wantsOneOfTheListAndTheOtherValues() {
    SigmaRule rule = selecting("F|contains|all|expand: ['%names%', x]");
    SigmaRule filled =
        SigmaPipelines.NONE
            .withValues(Map.of("names", List.of("a", "b")))
            .apply(rule)
            .rule()
            .orElseThrow();

    assertThat(Rules.fires(filled, Events.of("F", "bx"))).isTrue();
    assertThat(Rules.fires(filled, Events.of("F", "ab"))).isFalse();
  }

  @Test
  void apply_ofTooManyCombinations_makesAProblem() {
    List<String> many = Collections.nCopies(300, "a");
    SigmaRule rule = selecting("F|expand: '%m%%m%'");

    assertThat(SigmaPipelines.NONE.withValues(Map.of("m", many)).apply(rule).problems())
        .extracting(SigmaProblem::message)
        .containsExactly("The placeholders of one value have more than 50000 combinations");
  }

  @Test
  void wildcardPlaceholders_matchAnything() {
    SigmaRule rule = selecting("User|expand: 'x%admins%y'");

    assertThat(
            Piped.fires(Piped.step("type: wildcard_placeholders"), rule, Map.of("User", "x-any-y")))
        .isTrue();
  }

  @Test
  void apply_inARegularExpression_putsValuesInAsTheyAreWritten() {
    SigmaRule rule = selecting("User|re|i|expand: '^%admins%@corp\\%$'");
    SigmaPipeline values = Piped.pipeline("vars: {admins: ['ro+t', adm.*]}");

    assertThat(rule.detection().placeholders()).containsExactly("admins");
    assertThat(Piped.fires(values, rule, Map.of("User", "ROOOT@corp%"))).isTrue();
    assertThat(Piped.fires(values, rule, Map.of("User", "admin@corp%"))).isTrue();
    assertThat(Piped.fires(values, rule, Map.of("User", "guest@corp%"))).isFalse();
    assertThat(Piped.refusal(Piped.pipeline("vars: {admins: '('}"), rule))
        .extracting(SigmaProblem::message)
        .singleElement()
        .asString()
        .contains("The regular expression '^(@corp");
  }

  @Test
  void wildcardPlaceholders_inARegularExpression_areAnyCharacters() {
    SigmaRule rule = selecting("User|re|expand: '^x%admins%y$'");
    SigmaPipeline wildcards = Piped.step("type: wildcard_placeholders");

    assertThat(Piped.fires(wildcards, rule, Map.of("User", "x-any-y"))).isTrue();
    assertThat(Piped.fires(wildcards, rule, Map.of("User", "x-any-"))).isFalse();
  }

  @Test
  void placeholders_includedOrExcluded_areTheOnesFilled() {
    SigmaRule rule = selecting("F|expand: '%a%-%b%'");
    SigmaPipeline included =
        Piped.pipeline(
            """
            vars: {a: 1, b: 2}
            transformations:
              - {type: wildcard_placeholders, include: a}
            """);
    SigmaPipeline excluded =
        Piped.pipeline(
            """
            vars: {a: 1, b: 2}
            transformations:
              - {type: value_placeholders, exclude: [a]}
              - {type: wildcard_placeholders}
            """);

    assertThat(Piped.fires(included, rule, Map.of("F", "9-2"))).isTrue();
    assertThat(Piped.fires(included, rule, Map.of("F", "1-9"))).isFalse();
    assertThat(Piped.fires(excluded, rule, Map.of("F", "9-2"))).isTrue();
    assertThat(Piped.fires(excluded, rule, Map.of("F", "1-9"))).isFalse();
  }

  @Test
  void expand_withoutPlaceholders_isPlainText() {
    SigmaRule rule = selecting("F|expand: '100%'", "G|expand: '\\%a%'", "H|expand: 5");

    assertThat(SigmaPipelines.NONE.apply(rule).rule()).containsSame(rule);
    assertThat(Rules.fires(rule, Events.of(Map.of("F", "100%", "G", "%a%", "H", 5)))).isTrue();
  }

  @Test
  void percentSigns_withoutExpand_areCharacters() {
    assertThat(Rules.fires(selecting("F: '%a%'"), Events.of("F", "%a%"))).isTrue();
  }
}
