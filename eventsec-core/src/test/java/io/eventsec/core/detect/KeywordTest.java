package io.eventsec.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keywords, of which the details of a match say in which value they were found first. */
class KeywordTest {
  private static final SigmaRule KEYWORDS =
      Rules.detecting("words:\n  - mimikatz\n  - 'se*lsa'\ncondition: words");

  /** Has the field looked at by itself, before or after the others. */
  private static final SigmaRule OF_FIELD = Rules.selecting("asked|contains: mimi");

  private static final DetectionEngine ENGINE =
      DetectionEngine.compile(List.of(KEYWORDS, OF_FIELD));

  private static List<String> actual(Event event) {
    return ENGINE.process(event).stream()
        .filter(match -> match.rule() == KEYWORDS)
        .flatMap(match -> match.items().stream())
        .map(MatchedItem::actual)
        .toList();
  }

  @Test
  void keyword_isTheFirstValueOfTheSendersFields() {
    Event other =
        Events.builder()
            .ecs("message", "mimikatz of ECS")
            .nativeField("text", "a Mimikatz")
            .nativeField("asked", "b mimikatz")
            .build();
    Event asked =
        Events.builder()
            .nativeField("asked", "b mimikatz")
            .nativeField("text", "a mimikatz")
            .build();

    // Again and again: values that come again are remembered.
    for (int i = 0; i < 4; i++) {
      assertThat(actual(other)).containsExactly("a Mimikatz");
      assertThat(actual(asked)).containsExactly("b mimikatz");
    }
  }

  @Test
  void keyword_isOneOfSeveralValues() {
    Event list =
        Events.builder().nativeField("text", List.of("x", "Mimikatz 1", "mimikatz 2")).build();

    assertThat(actual(list)).containsExactly("Mimikatz 1");
  }

  @Test
  void keywordWithWildcards_isFoundInItsValue() {
    assertThat(actual(Events.of("text", "SEkurLSA"))).containsExactly("SEkurLSA");
    assertThat(actual(Events.of("text", "lsa"))).isEmpty();
  }

  @Test
  void keywordsOfOtherLogsources_changeNothing() {
    SigmaRule linux =
        Rules.about("{product: linux}", "words:\n  - dd\n  - long word\ncondition: words");
    SigmaRule windows = Rules.about("{product: windows}", "words:\n  - mimi\ncondition: words");
    DetectionEngine engine =
        DetectionEngine.builder()
            .rules(List.of(linux, windows))
            .routing(LogsourceRouting.BY_FIELDS)
            .build();

    assertThat(rules(engine, "windows")).containsExactly(windows);
    assertThat(rules(engine, "linux")).containsExactly(linux);
    assertThat(rules(engine, "")).containsExactly(linux, windows);
  }

  private static List<SigmaRule> rules(DetectionEngine engine, String product) {
    Event event =
        Events.builder().nativeField("product", product).nativeField("text", "dd mimi").build();
    return engine.process(event).stream().map(Match::rule).toList();
  }
}
