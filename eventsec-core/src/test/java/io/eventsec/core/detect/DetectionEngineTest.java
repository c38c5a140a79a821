package io.eventsec.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Severity;
import io.eventsec.core.sigma.SigmaRule;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DetectionEngineTest {
  private static final String ON_X = "s: {f: x}\ncondition: s";

  @Test
  void conditions_bindNotBeforeAndBeforeOr() {
    String searches = "a: {a: 1}\nb: {b: 1}\nc: {c: 1}\ncondition: ";
    Event onlyA = Events.of("a", 1L);

    assertThat(Rules.fires(Rules.detecting(searches + "a or b and c"), onlyA)).isTrue();
    assertThat(Rules.fires(Rules.detecting(searches + "(a or b) and c"), onlyA)).isFalse();
    assertThat(Rules.fires(Rules.detecting(searches + "not b and a"), onlyA)).isTrue();
    assertThat(Rules.fires(Rules.detecting(searches + "NOT (b OR a)"), onlyA)).isFalse();
    assertThat(Rules.fires(Rules.detecting(searches + "[b, a]"), onlyA)).isTrue();
    assertThat(Rules.fires(Rules.detecting(searches + "[b, c]"), onlyA)).isFalse();
  }

  @Test
  void quantifiers_countSearches() {
    String searches = "sel_a: {a: 1}\nsel_b: {b: 1}\nsel_c: {c: 1}\n_d: {d: 1}\ncondition: ";
    Event two = Events.of(Map.of("a", 1L, "b", 1L));

    assertThat(Rules.fires(Rules.detecting(searches + "1 of them"), two)).isTrue();
    assertThat(Rules.fires(Rules.detecting(searches + "any of sel_*"), two)).isTrue();
    assertThat(Rules.fires(Rules.detecting(searches + "2 of sel_*"), two)).isTrue();
    assertThat(Rules.fires(Rules.detecting(searches + "3 of sel_*"), two)).isFalse();
    assertThat(Rules.fires(Rules.detecting(searches + "all of them"), two)).isFalse();
    assertThat(Rules.fires(Rules.detecting(searches + "not (1 of sel_c*)"), two)).isTrue();
    assertThat(Rules.fires(Rules.detecting(searches + "1 of them"), Events.of("d", 1L))).isFalse();
    assertThat(Rules.fires(Rules.detecting(searches + "1 of _*"), Events.of("d", 1L))).isTrue();
  }

  @Test
  void listsOfMaps_areAlternatives() {
    SigmaRule rule = Rules.detecting("s:\n  - {a: 1, b: 1}\n  - {c: 1}\ncondition: s");

    assertThat(Rules.fires(rule, Events.of("c", 1L))).isTrue();
    assertThat(Rules.fires(rule, Events.of("a", 1L))).isFalse();
    assertThat(Rules.fires(rule, Events.of(Map.of("a", 1L, "b", 1L)))).isTrue();
  }

  @Test
  void match_saysWhichItemsWereTrue() {
    SigmaRule rule =
        Rules.detecting(
            """
            sel:
              f|contains|all: [oo, ba]
              g: [1, 2]
            alt: {h|exists: true}
            filter: {f: nothing}
            condition: (sel or alt) and not filter""");

    Match match =
        DetectionEngine.compile(List.of(rule))
            .process(Events.of(Map.of("f", "FooBar", "g", 2L)))
            .get(0);

    List<String> modifiers = List.of("contains", "all");
    assertThat(match.items())
        .containsExactly(
            new MatchedItem("sel", "f", modifiers, "oo", "FooBar"),
            new MatchedItem("sel", "f", modifiers, "ba", "FooBar"),
            new MatchedItem("sel", "g", List.of(), "2", "2"));
  }

  @Test
  void match_becomesTheSameAlertEveryTime() {
    Event event = Events.builder().nativeField("f", "x").ecs("source.ip", "192.0.2.7").build();
    DetectionEngine engine = DetectionEngine.compile(List.of(Rules.detecting(ON_X)));

    Alert alert = engine.process(event).get(0).toAlert();

    assertThat(alert.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(alert.title()).isEqualTo("T");
    assertThat(alert.tags()).containsExactly("attack.t1046");
    assertThat(alert.entities().addresses()).containsExactly("192.0.2.7");
    assertThat(alert.evidence()).containsExactly(event);
    assertThat(engine.process(event).get(0).toAlert().id()).isEqualTo(alert.id());
  }

  @Test
  void logsource_choosesTheRulesOfKnownModules() {
    assertThat(tried("{product: zeek, service: dns}", "zeek", "zeek.dns")).isTrue();
    assertThat(tried("{product: zeek, service: dns}", "zeek", "zeek.conn")).isFalse();
    assertThat(tried("{product: zeek}", "zeek", "zeek.anything")).isTrue();
    assertThat(tried("{product: suricata}", "zeek", "zeek.dns")).isFalse();
    assertThat(tried("{product: windows, category: dns}", "zeek", "zeek.dns")).isFalse();
    assertThat(tried("{category: dns}", "zeek", "zeek.dns")).isTrue();
    assertThat(tried("{category: dns}", "suricata", "suricata.dns")).isTrue();
    assertThat(tried("{category: proxy}", "suricata", "suricata.http")).isTrue();
    assertThat(tried("{category: webserver}", "zeek", "zeek.http")).isTrue();
    assertThat(tried("{category: firewall}", "zeek", "zeek.conn")).isTrue();
    assertThat(tried("{category: network_connection}", "suricata", "suricata.flow")).isTrue();
    assertThat(tried("{category: process_creation}", "zeek", "zeek.conn")).isFalse();
    assertThat(tried("{product: windows, category: process_creation}", "", "")).isTrue();
    assertThat(tried("{product: windows}", "winlog", "winlog.security")).isTrue();
  }

  private static boolean tried(String logsource, String module, String dataset) {
    Event event =
        Events.builder()
            .nativeField("f", "x")
            .ecs("event.module", module)
            .ecs("event.dataset", dataset)
            .build();
    return Rules.fires(Rules.about(logsource, ON_X), event);
  }

  @Test
  void rulesWithoutRequiredField_areTriedOnEveryEvent() {
    assertThat(Rules.fires(Rules.detecting("s: {f: x}\ncondition: not s"), Events.none())).isTrue();
    assertThat(
            Rules.fires(
                Rules.detecting("s: {f: x}\nt: {g: null}\ncondition: s or t"), Events.none()))
        .isTrue();
  }

  @Test
  void nativeFields_goBeforeEcsFields() {
    Event event = Events.builder().ecs("f", "ecs").nativeField("f", "x").ecs("g", "y").build();

    assertThat(Rules.fires(Rules.detecting(ON_X), event)).isTrue();
    assertThat(Rules.fires(Rules.selecting("f: ecs"), event)).isFalse();
    assertThat(Rules.fires(Rules.selecting("g: y"), event)).isTrue();
  }

  @Test
  void threads_getTheSameAnswer() {
    List<SigmaRule> rules =
        IntStream.range(0, 200).mapToObj(i -> Rules.selecting("f|contains: n" + i + "x")).toList();
    DetectionEngine engine = DetectionEngine.compile(rules);
    List<Event> events =
        IntStream.range(0, 400).mapToObj(i -> Events.of("f", "n" + i + "x")).toList();

    List<Integer> alone = events.stream().map(event -> engine.process(event).size()).toList();
    List<Integer> together =
        events.parallelStream().map(event -> engine.process(event).size()).toList();

    assertThat(alone.subList(0, 200)).containsOnly(1);
    assertThat(alone.subList(200, 400)).containsOnly(0);
    assertThat(together).isEqualTo(alone);
  }
}
