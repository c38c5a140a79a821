package io.eventsec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void help_namesEveryCommand() {
    CommandRun run = CommandRun.of("--help");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("up", "ship", "rules", "detect", "backup", "restore");
  }

  @Test
  void version_isTheBuilds() {
    assertThat(CommandRun.of("--version").out()).matches("eventsec \\d+\\.\\d+\\.\\d+.*\\s+");
  }

  @Test
  void unknownCommand_isAUsageError() {
    CommandRun run = CommandRun.of("detekt");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("detekt");
  }

  @Test
  void fileThatIsNotThere_failsWithACure() {
    CommandRun run = CommandRun.of("detect", "--rules", "bundled", "no-such.json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("no-such.json does not exist").contains("What to do:");
  }
}
