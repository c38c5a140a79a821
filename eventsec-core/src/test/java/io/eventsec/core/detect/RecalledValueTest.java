package io.eventsec.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that come again: the engine recalls them from their third coming on. */
class RecalledValueTest {
  private static final int TIMES = 5;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a|re: 'user[0-9]+$' ~ the user77 ~ true",
        "a|re: 'user[0-9]+$' ~ the user77 is no number ~ false",
        "a|re: 'user(?!7)' ~ the user8 ~ true",
        "a|re: 'user(?!7)' ~ the user77 ~ false",
        "a: '*us?r*7' ~ the user77 ~ true",
        "a: '*us?r*7' ~ the user78 ~ false",
        "a|cased: 'The user' ~ The user ~ true",
        "a|cased: 'The user' ~ the user ~ false",
        "a|contains: 'straße' ~ in der STRASSE ~ false",
        "a|contains: 'straße' ~ in der Straße ~ true",
        "a|cidr: 192.0.2.0/24 ~ 192.0.2.7 ~ true",
        "a|cidr: 192.0.2.0/24 ~ 192.0.3.7 ~ false",
      })
  void answer_isTheSameEachTime(String item, String value, boolean fires) {
    DetectionEngine engine = DetectionEngine.compile(List.of(Rules.selecting(item)));

    for (int i = 0; i < TIMES; i++) {
      assertThat(engine.process(Events.of("a", value))).hasSize(fires ? 1 : 0);
    }
  }

  @Test
  void ruleWhoseExpressionTheValueDoesNotPass_isNotTriedAnyMore() {
    assertThat(tried("a|re: 'user[0-9]+$'", "the user and no number")).isEqualTo(2);
  }

  @Test
  void expressionThatMayTakeLong_isAskedWhenARuleComesDownToIt() {
    assertThat(tried("a|re: 'user(?!7)'", "the user77")).isEqualTo(TIMES);
  }

  @Test
  void valueOfAList_countsBesideItsNeighbours() {
    DetectionEngine engine =
        DetectionEngine.compile(List.of(Rules.selecting("a|re: 'user[0-9]+$'")));
    for (int i = 0; i < TIMES; i++) {
      assertThat(engine.process(Events.of("a", "user seven"))).isEmpty();
      assertThat(engine.process(Events.of("a", "user7"))).hasSize(1);
    }

    List<Match> matches = engine.process(Events.of("a", List.of("user seven", "user7")));

    assertThat(matches).hasSize(1);
    assertThat(matches.get(0).items().get(0).actual()).isEqualTo("user7");
  }

  @Test
  void oneValueInTwoFields_isTwoValues() {
    SigmaRule rule = Rules.selecting("a|re: 'user[0-9]+$'", "b|re: 'user[a-z]+$'");
    DetectionEngine engine = DetectionEngine.compile(List.of(rule));

    for (int i = 0; i < TIMES; i++) {
      assertThat(engine.process(Events.of(Map.of("a", "user7", "b", "user7")))).isEmpty();
      assertThat(engine.process(Events.of(Map.of("a", "user7", "b", "userx")))).hasSize(1);
    }
  }

  @Test
  void keywordShorterThanAnyOther_isFoundInAValueAsShort() {
    SigmaRule rule = Rules.detecting("words:\n  - abcd\n  - a longer one\ncondition: words");
    DetectionEngine engine = DetectionEngine.compile(List.of(rule));

    assertThat(engine.process(Events.of("a", "ABCD"))).hasSize(1);
    assertThat(engine.process(Events.of("a", "abc"))).isEmpty();
  }

  private static long tried(String item, String value) {
    DetectionEngine engine = DetectionEngine.compile(List.of(Rules.selecting(item)));
    Event event = Events.of("a", value);
    for (int i = 0; i < TIMES; i++) {
      engine.process(event);
    }
    return engine.statistics().get(0).tried();
  }
}
