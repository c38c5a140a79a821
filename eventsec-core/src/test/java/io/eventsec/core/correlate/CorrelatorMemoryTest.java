package io.eventsec.core.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.LoadedRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is remembered, how much, and for how long. */
class CorrelatorMemoryTest {
  private static final LoadedRules RULES =
      Streams.rules(
          Streams.rule("a")
              + Streams.correlation(
                  "many",
                  "type: event_count, rules: [a], group-by: [user], timespan: 1h,"
                      + " condition: {gte: 3}"));

  @Test
  void groups_areForgottenWhenTheirTimeHasPassed() {
    Correlator correlator = correlator(RULES, CorrelatorOptions.DEFAULT, Map.of());
    for (int i = 0; i < 1_000; i++) {
      add(correlator, RULES, i, i, "user-" + i);
    }
    correlator.release();
    assertThat(correlator.statistics().get(0).groups()).isBetween(870, 890);
    assertThat(correlator.statistics().get(0).bytes()).isPositive();

    add(correlator, RULES, 1_000, 8_000, "user");
    correlator.end();

    assertThat(correlator.statistics().get(0).groups()).isEqualTo(1);
    assertThat(correlator.statistics().get(0).bytes()).isBetween(1L, 1_000L);
    assertThat(correlator.statistics().get(0).evicted()).isZero();
  }

  @Test
  void groupThatChangedLongestAgo_goesWhenThereIsTooMuch_andIsCounted() {
    Correlator correlator =
        correlator(RULES, CorrelatorOptions.DEFAULT.withMemory(10_000, 1_000), Map.of());
    add(correlator, RULES, 0, 0, "kept");
    add(correlator, RULES, 1, 1, "lost");
    for (int i = 2; i < 200; i++) {
      add(correlator, RULES, i, i, i % 10 == 0 ? "kept" : "user-" + i);
    }
    List<Firing> firings = correlator.end();

    CorrelationStatistics found = correlator.statistics().get(0);
    assertThat(found.bytes()).isLessThanOrEqualTo(10_000);
    assertThat(found.evicted()).isEqualTo(181L - found.groups());
    assertThat(firings).extracting(Firing::group).contains(List.of("kept"));
  }

  @Test
  void stateOfAnotherRuleVersion_isDropped() {
    Map<String, byte[]> state = stateOf(RULES, "ada", 2);
    LoadedRules changed =
        Streams.rules(
            Streams.rule("a").replace("kind: a", "kind: [a, b]")
                + Streams.correlation(
                    "many",
                    "type: event_count, rules: [a], group-by: [user], timespan: 1h,"
                        + " condition: {gte: 3}"));

    Correlator correlator = correlator(changed, CorrelatorOptions.DEFAULT, state);
    Streams.keep(correlator, state);
    add(correlator, changed, 3, 3, "ada");

    assertThat(correlator.end()).isEmpty();
    assertThat(state.keySet()).containsExactly("clocks");
  }

  @Test
  void stateOfTheSameRule_goesOn() {
    Map<String, byte[]> state = stateOf(RULES, "ada", 2);

    Correlator correlator = correlator(RULES, CorrelatorOptions.DEFAULT, state);
    add(correlator, RULES, 3, 3, "ada");

    assertThat(correlator.end()).hasSize(1);
  }

  @Test
  void damagedState_isRefused() {
    Map<String, byte[]> state = stateOf(RULES, "ada", 2);
    state.replaceAll((key, value) -> java.util.Arrays.copyOf(value, value.length - 3));

    assertThatThrownBy(() -> correlator(RULES, CorrelatorOptions.DEFAULT, state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not one that this version wrote");
    assertThatThrownBy(
            () ->
                correlator(
                    RULES, CorrelatorOptions.DEFAULT, Map.of("clocks", new byte[] {(byte) 18})))
        .hasMessageContaining("version 9");
  }

  @Test
  void onlyWhatChanged_isWritten() {
    Correlator correlator = correlator(RULES, CorrelatorOptions.DEFAULT, Map.of());
    for (int i = 0; i < 100; i++) {
      add(correlator, RULES, i, i, "user-" + i);
    }
    correlator.end();
    assertThat(correlator.takeChanges()).hasSizeGreaterThan(100);

    add(correlator, RULES, 100, 100, "user-7");
    correlator.end();

    assertThat(correlator.takeChanges())
        .filteredOn(change -> change.key().startsWith("group/"))
        .hasSize(1);
  }

  private static Map<String, byte[]> stateOf(LoadedRules rules, String user, int events) {
    Correlator correlator = correlator(rules, CorrelatorOptions.DEFAULT, Map.of());
    for (int i = 0; i < events; i++) {
      add(correlator, rules, i, i, user);
    }
    correlator.end();
    Map<String, byte[]> state = new HashMap<>();
    Streams.keep(correlator, state);
    return state;
  }

  private static Correlator correlator(
      LoadedRules rules, CorrelatorOptions options, Map<String, byte[]> state) {
    return Correlator.builder(Tenant.DEFAULT, CorrelationRules.compile(rules))
        .options(options)
        .tracksChanges()
        .restore(state)
        .build();
  }

  private static void add(
      Correlator correlator, LoadedRules rules, int n, double second, String user) {
    DetectionEngine engine = Streams.engine(rules);
    Event event = Streams.event("s", n, second, Map.of("kind", "a", "user", user));
    correlator.add(event, engine.process(event));
  }
}
