package io.eventsec.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.rulecheck.RuleAdvice;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.RuleDirectory;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaMetadata;
import io.eventsec.core.sigma.SigmaRule;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundledRulesTest {
  private final LoadedRules loaded = BundledRules.load();

  @Test
  void load_rules_areSound() {
    assertThat(loaded.leftOut()).isEmpty();
    assertThat(CorrelationRules.compile(loaded).problems()).isEmpty();
    assertThat(RuleAdvice.of(loaded)).isEmpty();
    assertThat(files(loaded)).hasSameSizeAs(BundledRules.FILES);
  }

  @Test
  void load_listOfFiles_isTheDirectory() throws URISyntaxException {
    Path directory =
        Path.of(
                BundledRules.class
                    .getResource("/eventsec/rules/suricata/alert_top_priority.yml")
                    .toURI())
            .resolve("../..")
            .normalize();

    assertThat(files(RuleDirectory.load(directory)))
        .containsExactlyInAnyOrderElementsOf(BundledRules.FILES);
  }

  private static List<String> files(LoadedRules rules) {
    return Stream.concat(
            rules.rules().stream().map(SigmaRule::file),
            rules.correlations().stream().map(rule -> rule.origin().file()))
        .toList();
  }

  @Test
  void load_everyRule_tellsAnAnalystWhatItNeeds() {
    loaded.rules().forEach(rule -> tells(rule.ref(), rule.metadata(), rule.origin().yaml()));
    loaded.correlations().forEach(rule -> tells(rule.ref(), rule.metadata(), rule.origin().yaml()));
  }

  private static void tells(RuleRef rule, SigmaMetadata said, String yaml) {
    assertThat(rule.id()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(said.title()).isNotBlank();
    assertThat(said.text("description")).isPresent();
    assertThat(said.text("author")).contains("EVENTSEC");
    assertThat(said.text("date").orElse("")).matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(yaml).containsPattern("(?m)^level: \\w+$");
    assertThat(said.list("tags")).anyMatch(tag -> tag.matches("attack\\.t\\d{4}(\\.\\d{3})?"));
    assertThat(said.list("falsepositives")).isNotEmpty();
  }

  @Test
  void load_idsAndTitles_areThereOnce() {
    assertThat(
            Stream.concat(
                loaded.rules().stream().map(SigmaRule::title),
                loaded.correlations().stream().map(SigmaCorrelation::title)))
        .doesNotHaveDuplicates();
    assertThat(
            Stream.concat(
                loaded.rules().stream().map(SigmaRule::ref),
                loaded.correlations().stream().map(SigmaCorrelation::ref)))
        .extracting(RuleRef::id)
        .doesNotHaveDuplicates();
  }
}
