package io.eventsec.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Regular expressions that only a backtracking engine can run, and what it may cost. */
class UndecidedTest {
  private static final String ENDLESS = "'^x(a+)+\\1?b$'";
  private static final String BLOWS_UP = "x" + "a".repeat(200) + "!";

  private final List<Undecided> undecided = new ArrayList<>();

  @Test
  void expressionsBeyondRe2_areEvaluated() {
    assertThat(fires("a|re: '^(?!admin)[a-z]+$'", "user")).isTrue();
    assertThat(fires("a|re: '^(?!admin)[a-z]+$'", "administrator")).isFalse();
    assertThat(fires("a|re: '(\\w)\\1\\1'", "xaaay")).isTrue();
    assertThat(fires("a|re: '(\\w)\\1\\1'", "xaaby")).isFalse();
    assertThat(fires("a|re: '(?>a+)b'", "aaab")).isTrue();
    assertThat(fires("a|re: 'a++b'", "aaab")).isTrue();
    assertThat(fires("a|re: '(?<=user )root'", "su user root")).isTrue();
    assertThat(fires("a|re|i: '(?<!NOT )ROOT'", "not root")).isFalse();
    assertThat(undecided).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a|re: '^\\u0061bc\\Z'",
        "a|re: '^(?<first>a)bc'",
        "a|re: '[\\u0061]bc\\R?'",
        "a|re: 'abc[]\\h]?$'"
      })
  void otherSpellings_areLinearToo(String item) {
    assertThat(fires(item, "abc")).isTrue();
    assertThat(fires(item, "xyz")).isFalse();
  }

  /** RE2/J does not come back from compiling these. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a|re|i: '\u1C80'",
        "a|re|i: '[\u1C88x]'",
        "a|re|i: '[^\u1C85]'",
        "a|re|i: '[d-\uFFFD]'",
        "a|re|i: '[d-\\\uFFFD]'",
        "a|re|i: '[А-\uD83D\uDE00]'",
        "a|re|i: '[d-\\x{10FFFF}]'",
        "a|re: '(?s-mi:[d-\u2013])'",
        "a|re: '(?mi)\\u1c81|x'",
        "a|re: '(?<n>(?i)[а-\\x{1C80}x])'"
      })
  void foldsThatNeverEnd_areCompiledByTheOtherEngine(String item) {
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> fires(item, "x"));
    assertThat(fires(item, "\u1C80\u1C81\u1C85\u1C88")).isTrue();
    assertThat(undecided).isEmpty();
  }

  @Test
  void valueThatBlowsUp_isReported_andTheOthersGoOn() {
    SigmaRule endless = Rules.selecting("a|re: " + ENDLESS);
    SigmaRule other = Rules.selecting("a|startswith: xa");
    Event event = Events.of("a", BLOWS_UP);

    DetectionEngine engine = engine(endless, other);
    List<Match> matches = engine.process(event);

    assertThat(matches).extracting(Match::rule).containsExactly(other);
    assertThat(undecided).hasSize(1);
    assertThat(undecided.get(0).rule()).isEqualTo(endless);
    assertThat(undecided.get(0).event()).isEqualTo(event);
    assertThat(undecided.get(0).reason()).contains("steps over a value of 202 characters");
    assertThat(engine.statistics().get(0).undecided()).isEqualTo(1);
    assertThat(DetectionEngine.explain(endless, event).holds()).isFalse();
  }

  @Test
  void condition_isUndecidedOnlyIfTheExpressionMakesTheDifference() {
    assertDecided("yes or endless", true);
    assertDecided("no and endless", false);
    assertDecided("not (yes or endless)", false);
    assertDecided("1 of *", true);
    assertDecided("all of *", false);
    assertUndecided("endless");
    assertUndecided("not endless");
    assertUndecided("yes and endless");
    assertUndecided("no or not endless");
  }

  private void assertDecided(String condition, boolean fires) {
    undecided.clear();
    assertThat(judge(condition)).as(condition).isEqualTo(fires);
    assertThat(undecided).as(condition).isEmpty();
  }

  private void assertUndecided(String condition) {
    undecided.clear();
    assertThat(judge(condition)).as(condition).isFalse();
    assertThat(undecided).as(condition).hasSize(1);
  }

  private boolean judge(String condition) {
    SigmaRule rule =
        Rules.detecting(
            "yes: {b|contains: b}\n"
                + "no: {b|contains: c}\n"
                + "endless: {a|re: "
                + ENDLESS
                + "}\n"
                + "condition: "
                + condition);
    Event event = Events.of(Map.of("a", BLOWS_UP, "b", "abd"));
    return !engine(rule).process(event).isEmpty();
  }

  private boolean fires(String item, String value) {
    SigmaRule rule = Rules.selecting(item);
    return !engine(rule).process(Events.of("a", value)).isEmpty();
  }

  private DetectionEngine engine(SigmaRule... rules) {
    return DetectionEngine.builder().rules(List.of(rules)).undecided(undecided::add).build();
  }
}
