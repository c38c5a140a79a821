package io.eventsec.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.Terminal;
import io.eventsec.search.OpenSearchConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresTest {
  private static final Terminal TERMINAL = Terminal.system();

  @TempDir Path home;

  @Test
  void runningInstallation_tellsWhereItsStoresAre() throws IOException {
    try (DataDirectory data = DataDirectory.open(home.resolve("data"))) {
      new StoresFile("jdbc:postgresql://127.0.0.1:9/x", "eve", "http://127.0.0.1:9")
          .write(data.root());
      PrivateFiles.write(data.variables().resolve("eventsec.db.password"), "s3cret");
      Path file = data.resolve("eventsec.stores");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(file)).doesNotContain("s3cret");

      try (Stores stores = Stores.toRead(data.root(), Map.of(), TERMINAL);
          OpenSearchConnection search = stores.search()) {
        assertThat(search.url()).isEqualTo("http://127.0.0.1:9");
        assertThatThrownBy(() -> stores.database().getConnection())
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("127.0.0.1:9")
            .hasMessageNotContaining("s3cret");
      }
    }
  }

  @Test
  void installationThatIsStarting_isWaitedFor() throws IOException {
    try (DataDirectory data = DataDirectory.open(home.resolve("data"))) {
      assertThatThrownBy(() -> Stores.toRead(data.root(), Map.of(), TERMINAL))
          .isInstanceOf(CommandFailedException.class)
          .hasMessageContaining("does not say where its stores are");
    }
  }

  @Test
  void environment_comesFirst_andNeedsNoDirectory() throws IOException {
    Map<String, String> environment =
        Map.of(
            "EVENTSEC_DB_URL", "jdbc:postgresql://127.0.0.1:9/x",
            "EVENTSEC_OPENSEARCH_URL", "http://127.0.0.1:8");
    try (Stores stores = Stores.toRead(home.resolve("none"), environment, TERMINAL);
        OpenSearchConnection search = stores.search()) {
      assertThat(search.url()).isEqualTo("http://127.0.0.1:8");
    }
    assertThat(home.resolve("none")).doesNotExist();
  }

  @Test
  void searchThatIsMisnamed_isRefusedWithACure() throws IOException {
    Map<String, String> environment =
        Map.of(
            "EVENTSEC_DB_URL", "jdbc:postgresql://127.0.0.1:9/x",
            "EVENTSEC_OPENSEARCH_URL", "ftp://nowhere");
    try (Stores stores = Stores.toRead(home, environment, TERMINAL)) {
      assertThatThrownBy(stores::search)
          .isInstanceOf(CommandFailedException.class)
          .hasMessageContaining("ftp://nowhere");
    }
  }

  @Test
  void passwordOfSearch_mayBeInAFile() throws IOException {
    Path file = Files.writeString(home.resolve("password"), "s3cret\n");
    Map<String, String> environment = Map.of("EVENTSEC_OPENSEARCH_PASSWORD_FILE", file.toString());
    assertThat(GivenPassword.of(environment, GivenPassword.SEARCH)).isEqualTo("s3cret");
  }
}
