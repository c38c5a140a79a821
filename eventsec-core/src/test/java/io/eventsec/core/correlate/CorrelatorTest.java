package io.eventsec.core.correlate;

import static io.eventsec.core.correlate.Streams.correlation;
import static io.eventsec.core.correlate.Streams.event;
import static io.eventsec.core.correlate.Streams.firings;
import static io.eventsec.core.correlate.Streams.rule;
import static io.eventsec.core.correlate.Streams.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.LoadedRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each type of correlation means; the examples of the specification among them. */
class CorrelatorTest {
  private int numbers;

  @Test
  void eventCount_holdsForEachWindowThatEndsWithAnEventThatCounts() {
    LoadedRules rules =
        rules(
            rule("failed")
                + correlation(
                    "brute_force",
                    "type: event_count, rules: [failed], group-by: [user], timespan: 10s,"
                        + " condition: {gte: 3}"));

    List<Firing> firings =
        firings(
            rules,
            List.of(
                user("failed", 0, "ada"),
                user("failed", 4, "ada"),
                user("failed", 5, "bob"),
                // Exactly ten seconds after the first: both ends are part of a window.
                user("failed", 10, "ada"),
                user("failed", 10.000000001, "ada"),
                user("failed", 30, "ada")));

    assertThat(firings).extracting(Firing::group).containsExactly(List.of("ada"), List.of("ada"));
    assertThat(firings).extracting(Firing::measured).containsExactly(3.0, 3.0);
    assertThat(firings.get(0).samples()).hasSize(3).endsWith(firings.get(0).event());
  }

  @Test
  void valueCount_countsDifferentValues() {
    LoadedRules rules =
        rules(
            rule("scan")
                + correlation(
                    "many_ports",
                    "type: value_count, rules: [scan], group-by: [user], timespan: 1m,"
                        + " condition: {field: port, gte: 3}"));

    List<Firing> firings =
        firings(
            rules,
            List.of(
                of("scan", 0, Map.of("user", "ada", "port", 22L)),
                of("scan", 1, Map.of("user", "ada", "port", 22L)),
                of("scan", 2, Map.of("user", "ada")),
                of("scan", 3, Map.of("user", "ada", "port", List.of(80L, 443L))),
                of("scan", 64, Map.of("user", "ada", "port", 22L))));

    assertThat(firings).singleElement().extracting(Firing::measured).isEqualTo(3.0);
  }

  @Test
  void sumAverageMedianAndPercentile_areThoseOfTheWindow() {
    assertThat(measured("value_sum, condition: {field: n, gt: 0}")).containsExactly(1.0, 3.0, 8.5);
    assertThat(measured("value_avg, condition: {field: n, gt: 0}"))
        .containsExactly(1.0, 1.5, 8.5 / 3);
    assertThat(measured("value_median, condition: {field: n, gt: 0}"))
        .containsExactly(1.0, 1.5, 2.0);
    assertThat(measured("value_percentile, condition: {field: n, gt: 0, percentile: 75}"))
        .containsExactly(1.0, 1.75, 3.75);
  }

  private List<Double> measured(String typeAndCondition) {
    LoadedRules rules =
        rules(
            rule("sent")
                + correlation("sum", "rules: [sent], timespan: 1m, type: " + typeAndCondition));
    return firings(
            rules,
            List.of(
                of("sent", 0, Map.of("n", 1L)),
                of("sent", 1, Map.of("n", "2")),
                of("sent", 2, Map.of("n", "much")),
                of("sent", 3, Map.of("n", 5.5))))
        .stream()
        .map(Firing::measured)
        .toList();
  }

  @Test
  void sumOfFractions_hasNoTraceOfWhatHasLeft() {
    LoadedRules rules =
        rules(
            rule("sent")
                + correlation(
                    "sum",
                    "type: value_sum, rules: [sent], timespan: 1s, condition: {field: n, gt: -1}"));

    List<Firing> firings =
        firings(
            rules,
            List.of(
                of("sent", 0, Map.of("n", 1e300)),
                of("sent", 1, Map.of("n", 0.1)),
                of("sent", 2.5, Map.of("n", 0.2))));

    assertThat(firings).extracting(Firing::measured).containsExactly(1e300, 1e300, 0.2);
  }

  @Test
  void temporal_isTrueInAnyOrder_andTemporalOrderedInOneOnly() {
    String rules = rule("a") + rule("b") + rule("c");
    String body = ", rules: [a, b, c], group-by: [user], timespan: 10s";
    LoadedRules any = rules(rules + correlation("x", "type: temporal" + body));
    LoadedRules ordered = rules(rules + correlation("x", "type: temporal_ordered" + body));
    List<Event> backwards = List.of(user("c", 0, "ada"), user("b", 1, "ada"), user("a", 2, "ada"));
    List<Event> inOrder =
        List.of(
            user("a", 0, "ada"),
            user("c", 1, "ada"),
            user("b", 2, "ada"),
            user("c", 3, "bob"),
            user("c", 4, "ada"));

    assertThat(firings(any, backwards)).hasSize(1);
    assertThat(firings(ordered, backwards)).isEmpty();
    assertThat(firings(ordered, inOrder))
        .singleElement()
        .satisfies(firing -> assertThat(firing.event().id()).isEqualTo(inOrder.get(4).id()));
  }

  @Test
  void eventOfTwoRules_isNoRowOfTwoEvents() {
    LoadedRules rules =
        rules(
            "title: a\nname: a\nlogsource: {category: test}\ndetection: {s: {x: 1}, condition: s}\n---\n"
                + "title: b\nname: b\nlogsource: {category: test}\ndetection: {s: {y: 1}, condition: s}\n---\n"
                + correlation("row", "type: temporal_ordered, rules: [a, b], timespan: 10s")
                + correlation(
                    "count",
                    "type: event_count, rules: [a, b], timespan: 10s, condition: {gte: 2}"));
    Map<String, Object> both = Map.of("x", 1L, "y", 1L);

    assertThat(firings(rules, List.of(of("k", 0, both)))).isEmpty();
    assertThat(firings(rules, List.of(of("k", 1, both), of("k", 2, both))))
        .extracting(firing -> firing.rule().title())
        .containsExactlyInAnyOrder("row", "count");
  }

  @Test
  void expression_saysWhatMustBeMissing() {
    LoadedRules rules =
        rules(
            rule("started")
                + rule("approved")
                + correlation(
                    "unapproved",
                    "type: temporal, rules: [started, approved], group-by: [user], timespan: 10s,"
                        + " condition: started and not approved"));

    assertThat(
            firings(
                rules,
                List.of(
                    user("approved", 0, "ada"),
                    user("started", 5, "ada"),
                    user("started", 20, "ada"))))
        .hasSize(1);
  }

  @Test
  void aliases_bringFieldsOfDifferentNamesTogether() {
    LoadedRules rules =
        rules(
            rule("vpn")
                + rule("logon")
                + correlation(
                    "both",
                    "type: temporal, rules: [vpn, logon], group-by: [who], timespan: 10s,"
                        + " aliases: {who: {vpn: account, logon: TargetUserName}}"));

    assertThat(
            firings(
                rules,
                List.of(
                    of("vpn", 0, Map.of("account", "ada")),
                    of("logon", 1, Map.of("TargetUserName", "ada")))))
        .singleElement()
        .extracting(Firing::group)
        .isEqualTo(List.of("ada"));
  }

  @Test
  void correlationOverCorrelations_goesOnWithTheSameEvent() {
    LoadedRules rules =
        rules(
            rule("failed")
                + rule("success")
                + correlation(
                    "many_failed",
                    "type: event_count, rules: [failed], group-by: [user], timespan: 1m,"
                        + " condition: {gte: 3}")
                + correlation(
                    "broken_into",
                    "type: temporal_ordered, rules: [many_failed, success], group-by: [user],"
                        + " timespan: 5m"));

    List<Firing> firings =
        firings(
            rules,
            List.of(
                user("success", 0, "ada"),
                user("failed", 1, "ada"),
                user("failed", 2, "ada"),
                user("failed", 3, "ada"),
                user("success", 10, "bob"),
                user("success", 11, "ada")));

    assertThat(firings).extracting(firing -> firing.rule().title()).containsExactly("broken_into");
  }

  @Test
  void rulesThatACorrelationRefersTo_areSilentUnlessItGenerates() {
    String rules = rule("a") + rule("b");
    LoadedRules quiet = rules(rules + correlation("x", "type: temporal, rules: [a], timespan: 1m"));
    LoadedRules loud =
        rules(
            rules
                + correlation("x", "type: temporal, rules: [a], timespan: 1m")
                + correlation("y", "type: temporal, rules: [a], timespan: 1m, generate: true"));

    assertThat(CorrelationRules.compile(quiet).raisesAlerts(quiet.rules().get(0).ref())).isFalse();
    assertThat(CorrelationRules.compile(quiet).raisesAlerts(quiet.rules().get(1).ref())).isTrue();
    assertThat(CorrelationRules.compile(loud).raisesAlerts(loud.rules().get(0).ref())).isTrue();
  }

  @Test
  void conditionReachedAgain_isTheSameAlertUntilThereIsAPause() {
    LoadedRules rules =
        rules(
            rule("failed")
                + correlation(
                    "x",
                    "type: event_count, rules: [failed], group-by: [user], timespan: 10s,"
                        + " condition: {gte: 2}"));
    List<Event> events = new ArrayList<>();
    for (double second : new double[] {0, 1, 9, 18, 40, 41}) {
      events.add(user("failed", second, "ada"));
    }

    List<Firing> firings = firings(rules, events);

    assertThat(firings).extracting(Firing::number).containsExactly(1L, 2L, 3L, 1L);
    assertThat(firings).extracting(Firing::alertId).doesNotContainNull();
    assertThat(firings.stream().map(Firing::alertId).distinct()).hasSize(2);
  }

  @Test
  void quietOfARule_makesOneAlertOfWhatComesAgainWithinIt() {
    LoadedRules rules =
        rules(
            rule("failed")
                + "title: x\neventsec: {quiet: 1m, lateness: 0s}\ncorrelation: {type: event_count,"
                + " rules: [failed], timespan: 2s, condition: {gte: 2}}\n");
    List<Event> events = new ArrayList<>();
    for (double second : new double[] {0, 1, 40, 41, 200, 201}) {
      events.add(user("failed", second, "ada"));
    }

    assertThat(firings(rules, events)).extracting(Firing::number).containsExactly(1L, 2L, 1L);
  }

  @Test
  void groups_takeWhatTellsThemApart() {
    LoadedRules rules =
        rules(
            rule("a")
                + correlation(
                    "x",
                    "type: event_count, rules: [a], group-by: [p, q], timespan: 1m,"
                        + " condition: {gte: 2}"));

    assertThat(
            firings(
                rules,
                List.of(
                    of("a", 0, Map.of("p", "1", "q", "2")),
                    of("a", 1, Map.of("p", "12", "q", "")),
                    of("a", 2, Map.of("p", "1")),
                    of("a", 3, Map.of("p", 1L, "q", List.of("3", "2"))))))
        .extracting(Firing::group)
        .containsExactly(List.of("1", "2"));
  }

  private Event user(String kind, double second, String name) {
    return of(kind, second, Map.of("user", name));
  }

  private Event of(String kind, double second, Map<String, ?> fields) {
    Map<String, Object> all = new java.util.HashMap<>(fields);
    all.put("kind", kind);
    return event("s", numbers++, second, all);
  }
}
