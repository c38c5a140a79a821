package io.eventsec.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SetupTokenFileTest {
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void token_isForItsOwnerOnly(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("deep/token");
    new SetupTokenFile(file).write("abc");
    assertThat(file).hasContent("abc");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void newToken_replacesTheOldOneAndItsPermissions(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "old");
    SetupTokenFile token = new SetupTokenFile(file);
    token.write("new");
    assertThat(file).hasContent("new");
    assertThat(token.read()).contains("new");
    token.delete();
    assertThat(token.read()).isEmpty();
    token.delete();
    assertThat(folder).isEmptyDirectory();
  }
}
