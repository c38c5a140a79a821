package io.eventsec.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpCommandTest {
  @TempDir Path directory;

  @Test
  void portInUse_isToldBeforeAnythingStarts() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> PortCheck.free(other.getLocalPort()))
          .isInstanceOf(CommandFailedException.class)
          .hasMessageContaining("port " + other.getLocalPort());
    }
  }

  @Test
  void secrets_areMadeOnce_andOnlyTheOwnerReadsThem() throws IOException {
    try (DataDirectory data = DataDirectory.open(directory.resolve("data"))) {
      String token = PrivateFiles.secret(data.sensorToken());

      assertThat(token).hasSizeGreaterThanOrEqualTo(43);
      assertThat(PrivateFiles.secret(data.sensorToken())).isEqualTo(token);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.sensorToken())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void dataDirectoryThatIsAFile_isRefusedWithACure() throws IOException {
    Path file = Files.createFile(directory.resolve("data"));

    assertThatThrownBy(() -> DataDirectory.open(file))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void settings_tellTheApplication_butNotThePassword() throws IOException {
    Path rules = Files.createDirectory(directory.resolve("rules"));
    UpPlan plan =
        new UpPlan(
            directory.resolve("data"),
            9080,
            Optional.of(rules),
            Optional.empty(),
            Optional.empty());
    DatabaseAccess database = new DatabaseAccess("jdbc:postgresql://db/x", "eve", "s3cret");
    try (DataDirectory data = DataDirectory.open(plan.data())) {
      Map<String, String> environment =
          new ServerSettings(plan, data, database, "http://search:9200").environment();

      assertThat(environment)
          .containsEntry("EVENTSEC_DB_URL", "jdbc:postgresql://db/x")
          .containsEntry("EVENTSEC_OPENSEARCH_URL", "http://search:9200")
          .containsEntry("EVENTSEC_RULES_DIR", rules.toString());
      assertThat(environment.toString() + database).doesNotContain("s3cret");
      assertThat(data.variables().resolve("eventsec.db.password")).hasContent("s3cret");
      assertThat(environment).as("not given twice").containsEntry("EVENTSEC_DB_PASSWORD_FILE", "");
    }
  }

  @Test
  void databaseOfTheEnvironment_mustBePostgres() {
    assertThat(DatabaseAccess.of(Map.of())).isEmpty();
    assertThatThrownBy(() -> DatabaseAccess.of(Map.of("EVENTSEC_DB_URL", "jdbc:oracle:x")))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining("jdbc:oracle:x");
  }

  @Test
  void databasePassword_mayBeInAFile() throws IOException {
    Path file = Files.writeString(directory.resolve("password"), " s3cret\n");
    Map<String, String> environment =
        Map.of(
            "EVENTSEC_DB_URL",
            "jdbc:postgresql://db/x",
            "EVENTSEC_DB_PASSWORD_FILE",
            file.toString());

    assertThat(DatabaseAccess.of(environment).orElseThrow().password()).isEqualTo(" s3cret");
  }

  @Test
  void databasePasswordOfNoUse_isRefusedWithACure() throws IOException {
    Path empty = Files.writeString(directory.resolve("empty"), "\n");
    assertThatThrownBy(() -> password(Map.of("EVENTSEC_DB_PASSWORD_FILE", empty.toString())))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining(empty.toString());
    assertThatThrownBy(() -> password(Map.of("EVENTSEC_DB_PASSWORD_FILE", "none")))
        .hasMessageContaining("none can't be read");
    assertThatThrownBy(
            () ->
                password(
                    Map.of(
                        "EVENTSEC_DB_PASSWORD",
                        "s3cret",
                        "EVENTSEC_DB_PASSWORD_FILE",
                        empty.toString())))
        .hasMessageContaining("both given")
        .hasMessageNotContaining("s3cret");
  }

  private static String password(Map<String, String> environment) {
    return GivenPassword.of(environment, GivenPassword.DATABASE);
  }

  @Test
  void plan_refusesWhatCannotBe() {
    assertThatThrownBy(
            () -> new UpPlan(directory, 0, Optional.empty(), Optional.empty(), Optional.empty()))
        .hasMessageContaining("--port 0");
    assertThatThrownBy(
            () ->
                new UpPlan(
                    directory,
                    1,
                    Optional.of(directory.resolve("none")),
                    Optional.empty(),
                    Optional.empty()))
        .hasMessageContaining("--rules");
  }
}
