package io.eventsec.core.correlate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupTableTest {
  private static final CorrelationPlan PLAN =
      PlanCompiler.compile(
              LoadedRules.of(
                  List.of(
                      SigmaReader.read(
                          "rules.yml",
                          """
                          title: a
                          name: a
                          logsource: {category: test}
                          detection: {s: {kind: a}, condition: s}
                          ---
                          title: many
                          correlation:
                            type: event_count
                            rules: [a]
                            group-by: [user]
                            timespan: 1m
                            condition: {gte: 2}
                          """))))
          .plans()
          .get(0);

  @Test
  void table_hasWhatWasAddedAndNotRemoved() {
    GroupTable table = new GroupTable();
    Map<Integer, GroupState> expected = new HashMap<>();
    Random random = new Random(3);
    // Grows to thousands, and shrinks to nothing again.
    for (int i = 0; i < 40_000; i++) {
      int number = random.nextInt(5_000);
      GroupState known = expected.get(number);
      if (known == null && i < 20_000) {
        GroupState added = PLAN.newState(key(number));
        table.add(added);
        expected.put(number, added);
      } else if (known != null && i >= 20_000) {
        table.remove(known);
        expected.remove(number);
      }
      assertThat(table.find(key(number))).isSameAs(expected.get(number));
      assertThat(table.size()).isEqualTo(expected.size());
    }
    expected.forEach((number, state) -> assertThat(table.find(key(number))).isSameAs(state));
    assertThat(expected).hasSizeLessThan(200);
  }

  private static GroupKey key(int number) {
    return new GroupKey("user-" + number);
  }
}
