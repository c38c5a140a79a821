package io.eventsec.core.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.detect.Events;
import io.eventsec.core.detect.Rules;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several documents that hand on parts of themselves by {@code action}. */
class RuleCollectionTest {
  private static final String GLOBAL =
      """
      action: global
      title: Service stopped
      id: 5c1f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a20
      name: stopped
      level: high
      detection:
        filter: {User: backup}
        condition: selection and not filter
      """;

  @Test
  void global_beginsAllThatFollow() {
    SigmaDocument read =
        read(
            GLOBAL,
            "logsource: {product: windows}\ndetection: {selection: {EventID: 7036}}\n",
            "logsource: {product: linux}\nlevel: low\ndetection: {selection: {unit: sshd}}\n");

    assertThat(read.problems()).isEmpty();
    SigmaRule windows = read.rules().get(0);
    SigmaRule linux = read.rules().get(1);
    assertThat(windows.title()).isEqualTo("Service stopped");
    assertThat(windows.level().sigmaName()).isEqualTo("high");
    assertThat(linux.level().sigmaName()).isEqualTo("low");
    assertThat(Rules.fires(windows, Events.of("EventID", 7036L))).isTrue();
    assertThat(Rules.fires(windows, Events.of(Map.of("EventID", 7036L, "User", "backup"))))
        .isFalse();
    assertThat(Rules.fires(linux, Events.of("EventID", 7036L))).isFalse();
    assertThat(Rules.fires(linux, Events.of("unit", "sshd"))).isTrue();
  }

  @Test
  void inheritedId_isTheFirstRulesAlone() {
    String rule = "logsource: {product: a}\ndetection: {selection: {f: x}}\n";
    SigmaDocument read = read(GLOBAL, rule, "action: repeat\nlevel: low\n", rule, rule);

    assertThat(read.rules().get(0).ref().id()).isEqualTo("5c1f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a20");
    assertThat(read.rules().get(0).isCalled("stopped")).isTrue();
    assertThat(read.rules().get(1).isCalled("stopped")).isFalse();
    assertThat(read.rules().stream().map(found -> found.ref().id()).distinct()).hasSize(4);
  }

  @Test
  void version_isOfWhatIsInheritedToo() {
    String rule = "logsource: {product: a}\ndetection: {selection: {f: x}}\n";

    assertThat(read(GLOBAL, rule).rules().get(0).ref().version())
        .isNotEqualTo(read(GLOBAL.replace("backup", "root"), rule).rules().get(0).ref().version());
  }

  @Test
  void repeat_isTheRuleBeforeWithOtherParts() {
    SigmaDocument read =
        read(
            "title: A\nlogsource: {product: a}\ndetection: {s: {f: x}, condition: s}\n",
            "action: repeat\ndetection: {s: {f: y}}\n",
            "action: repeat\ntitle: B\ndetection: {s: {g: z}}\n");

    assertThat(read.problems()).isEmpty();
    assertThat(read.rules()).extracting(SigmaRule::title).containsExactly("A", "A", "B");
    SigmaRule last = read.rules().get(2);
    assertThat(Rules.fires(last, Events.of(Map.of("f", "y", "g", "z")))).isTrue();
    assertThat(Rules.fires(last, Events.of(Map.of("f", "x", "g", "z")))).isFalse();
    assertThat(read.rules().stream().map(rule -> rule.ref().id()).distinct()).hasSize(3);
  }

  @Test
  void reset_endsWhatIsGlobal() {
    SigmaDocument read =
        read(GLOBAL, "action: reset\n", "logsource: {product: a}\ndetection: {s: {f: x}}\n");

    assertThat(read.rules()).isEmpty();
    assertThat(read.problems().toString()).contains("The rule has no title");
  }

  @Test
  void actionsThatMeanNothing_areProblems() {
    String rule = "title: A\nlogsource: {product: a}\ndetection: {s: {f: x}, condition: s}\n";

    assertThat(read("action: repeat\n" + rule).problems().toString())
        .contains("a.yml:1:9", "no rule before this one");
    assertThat(read("action: reset\n" + rule).problems().toString())
        .contains("'action: reset' has more than that");
    assertThat(read("action: merge\nlevel: low\n").problems().toString())
        .contains("none of global, repeat and reset");
    assertThat(read(GLOBAL).problems().toString()).contains("The text holds no rule");
  }

  @Test
  void whatIsInherited_isBounded() {
    String global = GLOBAL + "description: " + "x".repeat(1_000_000) + '\n';
    String rule = "logsource: {product: a}\ndetection: {selection: {f: x}}\n";
    SigmaDocument read = read(global, rule, rule, rule, rule, rule, rule);

    assertThat(read.rules()).hasSize(4);
    assertThat(read.problems().toString()).contains("inherit more than 4194304 characters");
  }

  private static SigmaDocument read(String... documents) {
    return SigmaReader.read("a.yml", text(documents));
  }

  private static String text(String... documents) {
    return String.join("---\n", documents);
  }
}
