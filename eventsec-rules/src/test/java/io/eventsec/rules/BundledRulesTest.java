package io.eventsec.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.RuleDirectory;
import io.eventsec.core.sigma.SigmaRule;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BundledRulesTest {
  private final LoadedRules loaded = BundledRules.load();

  @Test
  void load_rules_areSound() {
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.rules()).hasSameSizeAs(BundledRules.FILES);
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

    assertThat(RuleDirectory.load(directory).rules())
        .extracting(SigmaRule::file)
        .containsExactlyElementsOf(BundledRules.FILES);
  }

  @Test
  void load_everyRule_tellsAnAnalystWhatItNeeds() {
    assertThat(loaded.rules())
        .allSatisfy(
            rule -> {
              assertThat(rule.ref().id()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
              assertThat(rule.title()).isNotBlank();
              assertThat(rule.description()).isPresent();
              assertThat(rule.author()).contains("EVENTSEC");
              assertThat(rule.metadata().text("date").orElse("")).matches("\\d{4}-\\d\\d-\\d\\d");
              assertThat(rule.sourceYaml()).containsPattern("(?m)^level: \\w+$");
              assertThat(rule.tags()).anyMatch(tag -> tag.matches("attack\\.t\\d{4}(\\.\\d{3})?"));
              assertThat(rule.falsePositives()).isNotEmpty();
            });
  }

  @Test
  void load_idsAndTitles_areThereOnce() {
    assertThat(loaded.rules()).extracting(rule -> rule.ref().id()).doesNotHaveDuplicates();
    assertThat(loaded.rules()).extracting(SigmaRule::title).doesNotHaveDuplicates();
  }
}
