package io.eventsec.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.sigma.SigmaRule;
import java.util.List;
import java.util.Map;
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
}
