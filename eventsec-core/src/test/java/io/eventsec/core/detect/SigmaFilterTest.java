package io.eventsec.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaDocument;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.SigmaRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SigmaFilterTest {
  private static final String RULE =
      """
      title: Program started
      id: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a11
      name: program_started
      logsource: {category: process_creation, product: windows}
      detection:
        selection: {Image|endswith: '\\tool.exe'}
        other: {Image|endswith: '\\tool2.exe'}
        condition: [selection, other]
      """;

  @Test
  void filterOfTheRule_byNameOrId_narrowsEveryCondition() {
    for (String rules : List.of("[program_started]", "[" + id(RULE) + "]", "any")) {
      DetectionEngine engine = engine(RULE, filter(rules, "{product: windows}"));
      assertThat(fires(engine, "c:\\tool.exe", "eve")).as(rules).isTrue();
      assertThat(fires(engine, "c:\\tool.exe", "adm_ada")).as(rules).isFalse();
      assertThat(fires(engine, "c:\\tool2.exe", "adm_ada")).as(rules).isFalse();
    }
  }

  @Test
  void filterOfAnotherLogsource_leavesTheRule() {
    SigmaRule rule = load(RULE, filter("any", "{product: linux}")).rules().get(0);

    assertThat(rule).isEqualTo(load(RULE).rules().get(0));
  }

  @Test
  void filteredRule_isAnotherVersionOfTheSameRule() {
    SigmaRule plain = load(RULE).rules().get(0);
    SigmaRule filtered = load(RULE, filter("any", "{product: windows}")).rules().get(0);

    assertThat(filtered.ref().id()).isEqualTo(plain.ref().id());
    assertThat(filtered.ref().version()).isNotEqualTo(plain.ref().version());
    assertThat(filtered.sourceYaml()).isEqualTo(plain.sourceYaml());
    assertThat(filtered.filters()).hasSize(1);
  }

  @Test
  void filtersLoadedLater_narrowWhatWasThere_onceEach() {
    LoadedRules rules = load(RULE);
    LoadedRules filters = load(filter("any", "{product: windows}"));

    assertThat(rules.and(filters).rules()).isEqualTo(load(RULE, text(filters)).rules());
    assertThat(rules.and(filters).and(LoadedRules.NONE).rules())
        .isEqualTo(rules.and(filters).rules());
    assertThat(filters.and(rules).rules()).isEqualTo(rules.and(filters).rules());
  }

  @Test
  void ruleThatIsNotLoaded_isToldOnceEverythingIs() {
    LoadedRules filter = load(filter("[nobody]", "{product: windows}"));

    assertThat(filter.problems()).isEmpty();
    assertThat(filter.and(load(RULE)).unresolved())
        .extracting(SigmaProblem::message)
        .containsExactly("Filter 'Administrators' is about rule 'nobody', which is not loaded");
  }

  @Test
  void filterThatIsWrong_isAProblemWithItsPlace() {
    String filter = filter("any", "{product: windows}");
    assertProblem(filter.replace("  rules: any\n", ""), 5, "does not say which rules");
    assertProblem(filter.replace("not adm", "not nobody"), 7, "'nobody'");
    assertProblem(filter.replace("logsource: {product: windows}\n", ""), 1, "no logsource");
    assertProblem("title: F\nlogsource: {product: x}\nfilter: nothing\n", 3, "is not a map");
  }

  private static void assertProblem(String filter, int line, String message) {
    SigmaDocument document = SigmaReader.read("filter.yml", filter);
    assertThat(document.filters()).isEmpty();
    assertThat(document.problems())
        .as(document.toString())
        .anyMatch(problem -> problem.line() == line && problem.message().contains(message));
  }

  private static String filter(String rules, String logsource) {
    return """
        title: Administrators
        id: 1c6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a12
        logsource: %s
        filter:
          rules: %s
          adm: {User|startswith: adm_}
          condition: not adm
        """
        .formatted(logsource, rules);
  }

  private static String id(String rule) {
    return load(rule).rules().get(0).ref().id();
  }

  private static String text(LoadedRules filters) {
    return filters.filters().get(0).origin().yaml();
  }

  private static LoadedRules load(String... texts) {
    LoadedRules loaded =
        LoadedRules.of(Stream.of(texts).map(text -> SigmaReader.read("test.yml", text)).toList());
    assertThat(loaded.problems()).isEmpty();
    return loaded;
  }

  private static DetectionEngine engine(String... texts) {
    return DetectionEngine.compile(load(texts).rules());
  }

  private static boolean fires(DetectionEngine engine, String image, String user) {
    Event event = Events.of(Map.of("Image", image, "User", user));
    return !engine.process(event).isEmpty();
  }
}
