package io.eventsec.core.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.sigma.ast.CorrelationCondition.Expression;
import io.eventsec.core.sigma.ast.CorrelationCondition.Reached;
import io.eventsec.core.sigma.ast.CorrelationType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigmaCorrelationTest {
  @Test
  void everyAttribute_isRead() {
    SigmaCorrelation read =
        read(
            """
            title: Many failures
            id: 2c6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a13
            name: many_failures
            level: high
            tags: [attack.t1110]
            correlation:
              type: value_count
              rules: [failed, refused]
              group-by: [who, Computer]
              timespan: 15m
              aliases:
                who: {failed: User, refused: Account}
              condition: {gte: 5, lt: 100, field: [SourceIP, SourcePort]}
              generate: true
            """);
    assertThat(read.type()).isEqualTo(CorrelationType.VALUE_COUNT);
    assertThat(read.rules()).containsExactly("failed", "refused");
    assertThat(read.groupBy()).containsExactly("who", "Computer");
    assertThat(read.timespan()).isEqualTo(Duration.ofMinutes(15));
    assertThat(read.aliases())
        .isEqualTo(Map.of("who", Map.of("failed", "User", "refused", "Account")));
    assertThat(read.generate()).isTrue();
    assertThat(read.level().sigmaName()).isEqualTo("high");
    assertThat(read.isCalled("many_failures")).isTrue();
    Reached condition = (Reached) read.condition();
    assertThat(condition.fields()).containsExactly("SourceIP", "SourcePort");
    assertThat(condition.isReachedBy(5)).isTrue();
    assertThat(condition.isReachedBy(4.5)).isFalse();
    assertThat(condition.isReachedBy(100)).isFalse();
  }

  @Test
  void temporal_withoutCondition_asksForEachRule() {
    SigmaCorrelation read = read(correlation("temporal", "[a, b, c]", ""));

    assertThat(((Reached) read.condition()).isReachedBy(3)).isTrue();
    assertThat(((Reached) read.condition()).isReachedBy(2)).isFalse();
  }

  @Test
  void temporal_withAnExpression_readsIt() {
    SigmaCorrelation read =
        read(correlation("temporal_ordered", "[a, b, c]", "condition: a and (b or not c)"));

    assertThat(read.condition()).isInstanceOf(Expression.class);
  }

  @Test
  void expressionAlone_saysWhichRulesItIsAbout() {
    String alone =
        """
        title: C
        correlation:
          type: temporal_ordered
          timespan: 5m
          condition: (b or not c) and a and b
        """;
    assertThat(read(alone).rules()).containsExactly("b", "c", "a");
    assertThat(
            SigmaReader.read("c.yml", alone.replace("(b or not c) and a and b", "''")).problems())
        .anySatisfy(
            problem -> assertThat(problem.toString()).contains("The condition names no rule"));
  }

  @ParameterizedTest
  @CsvSource({"30s, PT30S", "5m, PT5M", "2h, PT2H", "1d, P1D", "1w, P7D"})
  void timespan_isReadInEachUnit(String text, String span) {
    assertThat(
            read(correlation("event_count", "[a]", "condition: {gte: 2}").replace("1h", text))
                .timespan())
        .isEqualTo(Duration.parse(span));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "event_counts | [a] | condition: {gte: 1} | Correlation type 'event_counts' does not exist",
        "event_count | [] | condition: {gte: 1} | refers to no rule",
        "event_count | [a, a] | condition: {gte: 1} | Rule 'a' is referred to twice",
        "event_count | [a] | condition: {} | compares with nothing",
        "event_count | [a] | condition: {gte: many} | 'gte' is not a number",
        "event_count | [a] | condition: {about: 3} | no attribute 'about'",
        "event_count | [a] | condition: {gte: 1, field: b} | 'field' means nothing",
        "event_count | [a] | condition: a and b | The condition is not a map",
        "event_count | [a] | generate: perhaps | neither true nor false",
        "event_count | [a] | groupby: [x] | no attribute 'groupby'",
        "event_count | [a] | aliases: {x: {b: f}} | names no field of rule 'a'",
        "event_count | [a] | aliases: {x: {a: f, b: f}} | names rule 'b', which",
        "value_sum | [a] | condition: {gte: 1} | does not say whose values",
        "value_sum | [a] | condition: {gte: 1, field: [b, c]} | is about one field, not 2",
        "value_percentile | [a] | condition: {gte: 1, field: b} | needs 'percentile'",
        "value_median | [a] | condition: {gte: 1, field: b, percentile: 3} | 'percentile' means nothing",
        "temporal | [a, b] | condition: a and nobody | no search identifier 'nobody'",
      })
  void correlationThatIsWrong_isAProblem(String type, String rules, String line, String message) {
    SigmaDocument document = SigmaReader.read("c.yml", correlation(type, rules, line));

    assertThat(document.correlations()).isEmpty();
    assertThat(document.problems())
        .as(document.toString())
        .anyMatch(problem -> problem.message().contains(message) && problem.line() > 1);
  }

  @Test
  void timespanThatIsNone_isAProblem() {
    String text = correlation("event_count", "[a]", "condition: {gte: 2}");
    for (String span : List.of("0m", "1", "1x", "-1h", "99999999h")) {
      assertThat(SigmaReader.read("c.yml", text.replace("1h", span)).problems())
          .extracting(SigmaProblem::message)
          .containsExactly("Timespan '" + span + "' is none");
    }
  }

  @Test
  void whatIsReferredTo_isLookedForOnceEverythingIsLoaded() {
    String first = correlation("event_count", "[a]", "condition: {gte: 2}");
    String second =
        correlation("temporal", "[first, nobody]", "")
            .replace("title: C", "title: D\nname: second");

    LoadedRules loaded =
        LoadedRules.of(
            List.of(
                SigmaReader.read("c.yml", first.replace("title: C", "title: C\nname: first")),
                SigmaReader.read("d.yml", second)));

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.unresolved())
        .extracting(SigmaProblem::message)
        .containsExactly(
            "Correlation 'C' refers to rule 'a', which is not loaded",
            "Correlation 'D' refers to rule 'nobody', which is not loaded");
    assertThat(loaded.leftOut()).isEqualTo(loaded.unresolved());
  }

  @Test
  void circle_isToldOfEachMember() {
    LoadedRules loaded =
        LoadedRules.of(
            List.of(
                SigmaReader.read(
                    "c.yml",
                    correlation("temporal", "[second]", "")
                        .replace("title: C", "title: C\nname: first")),
                SigmaReader.read(
                    "d.yml",
                    correlation("temporal", "[first]", "")
                        .replace("title: C", "title: D\nname: second"))));

    assertThat(loaded.unresolved())
        .extracting(SigmaProblem::message)
        .containsExactly(
            "Correlation 'C' refers to itself in the end",
            "Correlation 'D' refers to itself in the end");
  }

  private static SigmaCorrelation read(String text) {
    SigmaDocument document = SigmaReader.read("c.yml", text);
    assertThat(document.problems()).isEmpty();
    return document.correlations().get(0);
  }

  private static String correlation(String type, String rules, String line) {
    return """
        title: C
        correlation:
          type: %s
          rules: %s
          timespan: 1h
          %s
        """
        .formatted(type, rules, line);
  }
}
