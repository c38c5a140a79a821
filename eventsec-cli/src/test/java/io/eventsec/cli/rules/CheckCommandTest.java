package io.eventsec.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final String SOUND =
      """
      title: A rule
      id: 7b4b2f1c-50a4-4d0e-9d7a-0a3f5a2c1e01
      logsource:
        product: zeek
        service: conn
      detection:
        selection:
          id.resp_p: 4444
        condition: selection
      level: high
      """;

  @TempDir Path directory;

  @Test
  void bundledRules_areSound() {
    CommandRun run = CommandRun.of("rules", "check", "bundled");

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .containsPattern("\\b[1-9]\\d+ sound rules, [1-9]\\d+ correlations, 0 problems");
  }

  @Test
  void brokenRule_isToldWithPlaceAndCure_andFails() throws IOException {
    Files.writeString(directory.resolve("good.yml"), SOUND);
    Path broken =
        Files.writeString(
            directory.resolve("broken.yml"),
            SOUND.replace("condition: selection", "condition: selektion"));

    CommandRun run = CommandRun.of("rules", "check", directory.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).matches("(?s)\\Q" + broken + "\\E:9:\\d+: .*selektion.* — .*");
    assertThat(run.err()).contains("1 sound rule, 1 problem");
  }

  @Test
  void fileNamedByItself_isChecked() throws IOException {
    Path rule = Files.writeString(directory.resolve("rule.yml"), SOUND);

    assertThat(CommandRun.of("rules", "check", rule.toString()).err())
        .contains("1 sound rule, 0 problems");
  }

  @Test
  void pathThatIsNotThere_isRefused() {
    CommandRun run = CommandRun.of("rules", "check", directory.resolve("none").toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("does not exist");
  }
}
