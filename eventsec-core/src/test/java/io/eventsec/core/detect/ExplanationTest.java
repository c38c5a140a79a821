package io.eventsec.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final SigmaRule RULE =
      Rules.detecting(
          """
          selection:
            Image|endswith: ['\\tool.exe', '\\other.exe']
            EventID: 1
          words: [alpha, beta]
          filter:
            - User: root
            - User: admin
          condition: (selection or words) and not filter""");

  @Test
  void explain_everyPartHasItsValue() {
    Map<String, Object> fields = Map.of("Image", "c:\\tool.exe", "EventID", 1L, "User", "root");

    Explanation found = DetectionEngine.explain(RULE, Events.of(fields));

    assertThat(found.holds()).isFalse();
    assertThat(found.toString().lines().map(String::stripTrailing))
        .containsExactly(
            "- T",
            "  + logsource */test/*",
            "  - all",
            "    + any",
            "      + selection: all",
            "        + Image|endswith   <- c:\\tool.exe",
            "          + \\tool.exe",
            "          - \\other.exe",
            "        + EventID   <- 1",
            "          + 1",
            "      - words",
            "        - keywords",
            "          - alpha",
            "          - beta",
            "    - not",
            "      + filter: any",
            "        + part: all",
            "          + User   <- root",
            "            + root",
            "        - part: all",
            "          - User   <- root",
            "            - admin");
  }

  @Test
  void explain_agreesWithTheEngine() {
    for (String user : List.of("root", "eve")) {
      Map<String, Object> fields = Map.of("Image", "c:\\tool.exe", "EventID", 1L, "User", user);
      assertThat(DetectionEngine.explain(RULE, Events.of(fields)).holds())
          .isEqualTo(Rules.fires(RULE, Events.of(fields)));
    }
  }

  @Test
  void statistics_countTriesAndMatches() {
    DetectionEngine engine = DetectionEngine.compile(List.of(RULE));
    for (int i = 0; i < 64; i++) {
      engine.process(Events.of(Map.of("Image", "c:\\tool.exe", "EventID", 1L)));
      engine.process(Events.of(Map.of("Image", "c:\\tool.exe", "EventID", 2L)));
      engine.process(Events.of("Nothing", "of this"));
    }

    RuleStatistics statistics = engine.statistics().get(0);

    assertThat(statistics.rule()).isEqualTo(RULE.ref());
    assertThat(statistics.matched()).isEqualTo(64);
    assertThat(statistics.tried()).isBetween(64L, 128L);
    assertThat(statistics.timed()).isEqualTo(statistics.tried() / 32);
    assertThat(statistics.time()).isPositive();
  }

  /** More threads than keep what they work with, so that some of it is given up. */
  @Test
  void statistics_ofManyThreads_loseNothing() throws Exception {
    DetectionEngine engine = DetectionEngine.compile(List.of(RULE));
    Event event = Events.of(Map.of("Image", "c:\\tool.exe", "EventID", 1L));
    List<Thread> threads =
        IntStream.range(0, 200)
            .mapToObj(thread -> new Thread(() -> processOften(engine, event)))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    RuleStatistics statistics = engine.statistics().get(0);

    assertThat(statistics.tried()).isEqualTo(200 * 50);
    assertThat(statistics.matched()).isEqualTo(200 * 50);
  }

  private static void processOften(DetectionEngine engine, Event event) {
    for (int i = 0; i < 50; i++) {
      engine.process(event);
    }
  }

  @Test
  void shapesOfEventsInTurn_eachIsReadByItsOwnNames() {
    SigmaRule rule = Rules.selecting("a: 1", "b: 2", "'c d': 3");
    DetectionEngine engine = DetectionEngine.compile(List.of(rule, Rules.selecting("cd: 3")));
    List<Map<String, Object>> shapes = new ArrayList<>();
    shapes.add(fields("a", 1, "b", 2, "c d", 3));
    shapes.add(fields("b", 2, "a", 1, "c d", 3));
    shapes.add(fields("b", 1, "a", 2, "c d", 3));
    shapes.add(fields("x", 1, "a", 1, "b", 2));
    shapes.add(fields("c d", 4, "cd", 3, "a", 1));

    for (int i = 0; i < 4 * shapes.size(); i++) {
      int shape = i * 3 % shapes.size();
      assertThat(engine.process(Events.of(shapes.get(shape))))
          .as("shape %s", shapes.get(shape))
          .hasSize(List.of(2, 2, 1, 0, 1).get(shape));
    }
  }

  private static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], Long.valueOf((Integer) namesAndValues[i + 1]));
    }
    return fields;
  }
}
