package io.eventsec.core.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.SigmaRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrelationRulesTest {
  @Test
  void correlationsThatCannotRun_takeThoseWithThemThatNeedThem() {
    LoadedRules loaded =
        load(
            Streams.rule("a")
                + Streams.correlation("over", "type: temporal, rules: [lost, a], timespan: 1m")
                + Streams.correlation("lost", "type: temporal, rules: [nobody], timespan: 1m")
                + Streams.correlation("sound", "type: temporal, rules: [a], timespan: 1m")
                + Streams.correlation("ring", "type: temporal, rules: [ring2], timespan: 1m")
                + Streams.correlation("ring2", "type: temporal, rules: [ring], timespan: 1m"));

    CorrelationRules rules = CorrelationRules.compile(loaded);

    assertThat(rules.correlations()).extracting(SigmaCorrelation::title).containsExactly("sound");
    assertThat(loaded.unresolved()).hasSize(3);
  }

  @Test
  void correlation_standsBehindThoseThatItRefersTo() {
    CorrelationRules rules =
        CorrelationRules.compile(
            load(
                Streams.correlation("over", "type: temporal, rules: [under], timespan: 1m")
                    + Streams.correlation("under", "type: temporal, rules: [a], timespan: 1m")
                    + Streams.rule("a")));

    assertThat(rules.correlations())
        .extracting(SigmaCorrelation::title)
        .containsExactly("under", "over");
  }

  @Test
  void rulesThatNoRunningCorrelationRefersTo_areNotNeeded() {
    LoadedRules loaded =
        load(
            Streams.rule("a")
                + Streams.rule("b")
                + Streams.rule("c")
                + Streams.correlation("sound", "type: temporal, rules: [a], timespan: 1m")
                + Streams.correlation("lost", "type: temporal, rules: [b, nobody], timespan: 1m"));

    CorrelationRules rules = CorrelationRules.compile(loaded);

    assertThat(loaded.rules())
        .filteredOn(rule -> rules.needs(rule.ref()))
        .extracting(SigmaRule::title)
        .containsExactly("a");
  }

  @Test
  void fieldThatACorrelationDoesNotOffer_isAProblem() {
    CorrelationRules rules =
        CorrelationRules.compile(
            load(
                Streams.rule("a")
                    + Streams.correlation(
                        "under",
                        "type: event_count, rules: [a], group-by: [user], timespan: 1m,"
                            + " condition: {gte: 2}")
                    + Streams.correlation(
                        "over",
                        "type: event_count, rules: [under], group-by: [host], timespan: 1m,"
                            + " condition: {gte: 2}")));

    assertThat(rules.problems())
        .singleElement()
        .extracting(SigmaProblem::message)
        .asString()
        .contains("'over'", "needs 'host'", "'under'", "[user]");
    assertThat(rules.correlations()).hasSize(1);
  }

  @Test
  void numberThatNobodyCanCountTo_isAProblem() {
    CorrelationRules rules =
        CorrelationRules.compile(
            load(
                Streams.rule("a")
                    + Streams.correlation(
                        "x",
                        "type: event_count, rules: [a], timespan: 1m, condition: {gte: 2000000}")));

    assertThat(rules.problems())
        .extracting(SigmaProblem::message)
        .containsExactly("Correlation 'x' counts to 2000000; 99999 is the most");
  }

  @Test
  void correlationThatSaysWhatIsNothing_isAProblem() {
    for (String said : List.of("lateness: soon", "lateness: 2y", "quiet: 0", "patience: 1h")) {
      CorrelationRules rules = CorrelationRules.compile(load(tuned("{" + said + "}")));

      assertThat(rules.problems())
          .as(said)
          .singleElement()
          .extracting(SigmaProblem::message)
          .asString()
          .contains(said.split(": ", -1)[0]);
      assertThat(rules.correlations()).isEmpty();
    }
    assertThat(CorrelationRules.compile(load(tuned("fast"))).problems()).hasSize(1);
    assertThat(
            CorrelationRules.compile(load(tuned("{lateness: 0s, quiet: 1h, risk: 30}"))).problems())
        .isEmpty();
  }

  private static String tuned(String said) {
    return Streams.rule("a")
        + "title: x\neventsec: "
        + said
        + "\ncorrelation: {type: temporal, rules: [a], timespan: 1m}\n";
  }

  private static LoadedRules load(String yaml) {
    return LoadedRules.of(List.of(SigmaReader.read("rules.yml", yaml)));
  }
}
