package io.eventsec.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.CommandRun;
import io.eventsec.core.backup.BackupDirectory;
import io.eventsec.core.backup.BackupManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {
  @TempDir Path home;

  @Test
  void directoryThatIsThere_isNotWrittenTo() throws IOException {
    Path taken = Files.createDirectory(home.resolve("taken"));
    CommandRun run = backup(taken);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains(taken + " is there already", "What to do: ");
    assertThat(taken).isEmptyDirectory();
  }

  @Test
  void backupUnderWay_isNotDisturbed() throws IOException {
    Path draft = Files.createDirectory(home.resolve("b.part"));
    CommandRun run = backup(home.resolve("b"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains(draft + " is there", "remove it");
    assertThat(draft).isEmptyDirectory();
  }

  @Test
  void installationThatIsNotThere_isTold_andNothingIsLeft() {
    CommandRun run = backup(home.resolve("b"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no installation in " + home.resolve("none"), "--data");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void bothParts_areNotChosenTwice() {
    CommandRun run = CommandRun.of("backup", "--database-only", "--search-only", "x");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--database-only", "--search-only");
  }

  @Test
  void restore_ofNoBackup_touchesNothing() throws IOException {
    Path half = Files.createDirectory(home.resolve("half.part"));
    CommandRun run = restore(half);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains(half + " is no whole backup");
    assertThat(home.resolve("none")).doesNotExist();
  }

  @Test
  void restore_ofAPartThatIsMissing_isTold() throws IOException {
    Path empty = home.resolve("empty");
    BackupDirectory.create(empty)
        .complete(new BackupManifest("backup", Instant.EPOCH, "test", Map.of(), List.of()));
    CommandRun run = restore(empty, "--search-only");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no part 'search'");
    assertThat(home.resolve("none")).doesNotExist();
  }

  private CommandRun backup(Path target) {
    return CommandRun.of("backup", "--data", home.resolve("none").toString(), target.toString());
  }

  private CommandRun restore(Path source, String... options) {
    String[] line = new String[options.length + 4];
    line[0] = "restore";
    line[1] = "--data";
    line[2] = home.resolve("none").toString();
    line[3] = source.toString();
    System.arraycopy(options, 0, line, 4, options.length);
    return CommandRun.of(line);
  }
}
