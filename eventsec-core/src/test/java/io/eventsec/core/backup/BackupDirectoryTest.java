package io.eventsec.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupDirectoryTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path home;

  @Test
  void whatIsWritten_isReadAgain() throws IOException {
    BackupManifest written = written("database");
    BackupDirectory found = BackupDirectory.at(home.resolve("database"));

    assertThat(found.verified("database")).isEqualTo(written);
    assertThat(written.items()).isEqualTo(3);
    try (InputStream in = found.read(written.entries().get(0))) {
      assertThat(in.readAllBytes()).asString().isEqualTo("one\ntwo\nthree\n");
    }
  }

  @Test
  void onlyTheOwner_readsIt() throws IOException {
    written("database");
    Path directory = home.resolve("database");
    assertThat(permissions(directory)).isEqualTo("rwx------");
    assertThat(permissions(directory.resolve("rows.gz"))).isEqualTo("rw-------");
    assertThat(permissions(directory.resolve("manifest.json"))).isEqualTo("rw-------");
  }

  @Test
  void directoryWithoutAManifest_isNoBackup() throws IOException {
    BackupDirectory half = BackupDirectory.create(home.resolve("half"));
    try (BackupFile file = half.write("rows.gz")) {
      file.content().write(1);
      file.finish("rows", 1, Map.of());
    }
    assertThatThrownBy(half::manifest)
        .isInstanceOf(DamagedBackupException.class)
        .hasMessageContaining("no whole backup");
  }

  @Test
  void fileThatIsChanged_isFound() throws IOException {
    written("database");
    BackupDirectory found = BackupDirectory.at(home.resolve("database"));
    Path file = home.resolve("database").resolve("rows.gz");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertDamaged(found, "rows.gz does not have the digest");
    Files.write(file, new byte[] {1, 2});
    assertDamaged(found, "rows.gz has 2 bytes in place of");
    Files.delete(file);
    assertDamaged(found, "rows.gz is missing");
  }

  @Test
  void backupOfSomethingElse_isRefused() throws IOException {
    written("search");
    assertDamaged(BackupDirectory.at(home.resolve("search")), "of 'search' and not of 'database'");
  }

  @Test
  void manifest_thatIsNotUnderstood_isRefused() throws IOException {
    written("database");
    BackupDirectory found = BackupDirectory.at(home.resolve("database"));
    Path manifest = home.resolve("database").resolve("manifest.json");
    String json = Files.readString(manifest);
    Files.writeString(manifest, json.replace("\"format\" : 1", "\"format\" : 2"));
    assertDamaged(found, "its format is 2, this build understands 1");
    Files.writeString(manifest, json.replace("rows.gz", "../../etc/passwd"));
    assertDamaged(found, "'../../etc/passwd' is no name of a backup's file");
    Files.writeString(manifest, json.substring(0, json.length() / 2));
    assertDamaged(found, "cannot be read");
    Files.writeString(manifest, "[]");
    assertDamaged(found, "not a manifest");
  }

  @Test
  void whole_vouchesForItsParts() throws IOException {
    BackupDirectory whole = BackupDirectory.create(home.resolve("whole.part"));
    BackupManifest part = written(whole.path().resolve("database"), "database");
    whole.complete(
        new BackupManifest("backup", NOW, "test", Map.of(), List.of(whole.entryOf(part))));
    whole.moveTo(home.resolve("whole"));

    BackupDirectory found = BackupDirectory.at(home.resolve("whole"));
    assertThat(found.verified("backup").items()).isEqualTo(3);
    Files.writeString(home.resolve("whole/database/manifest.json"), "{}");
    assertThatThrownBy(() -> found.verified("backup"))
        .isInstanceOf(DamagedBackupException.class)
        .hasMessageContaining("database/manifest.json");
  }

  @Test
  void directoryThatIsThere_isNotWrittenTo() throws IOException {
    Files.createDirectory(home.resolve("taken"));
    assertThatThrownBy(() -> BackupDirectory.create(home.resolve("taken")))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  private BackupManifest written(String kind) throws IOException {
    return written(home.resolve(kind), kind);
  }

  private static BackupManifest written(Path path, String kind) throws IOException {
    BackupDirectory directory = BackupDirectory.create(path);
    try (BackupFile file = directory.write("rows.gz")) {
      file.content().write("one\ntwo\nthree\n".getBytes(StandardCharsets.UTF_8));
      BackupEntry entry = file.finish("rows", 3, Map.of("columns", "a,b"));
      BackupManifest manifest =
          new BackupManifest(kind, NOW, "eventsec 0", Map.of("schema", "4"), List.of(entry));
      directory.complete(manifest);
      return manifest;
    }
  }

  private static void assertDamaged(BackupDirectory found, String why) {
    assertThatThrownBy(() -> found.verified("database"))
        .isInstanceOf(DamagedBackupException.class)
        .hasMessageContaining(why);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
