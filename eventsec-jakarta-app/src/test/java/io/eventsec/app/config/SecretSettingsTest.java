package io.eventsec.app.config;

import static io.eventsec.app.config.Given.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSettingsTest {
  private final Path directory;

  SecretSettingsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void secret_isReadOfAVariable_everyCharacterOfIt() {
    Configuration configuration = settings(Map.of("eventsec.db.password", " hu${s}h\\ "));

    assertThat(configuration.problems()).isEmpty();
    assertThat(configuration.settings().database().password().orElseThrow().value())
        .isEqualTo(" hu${s}h\\ ");
  }

  @Test
  void secret_isReadOfAFile_withoutTheLineEnd() throws IOException {
    Configuration configuration =
        settings(
            Map.of(
                "eventsec.db.password.file", file("db", "hush\n"),
                "eventsec.opensearch.user", "eve",
                "eventsec.opensearch.password.file", file("search", "still")));

    assertThat(configuration.problems()).isEmpty();
    assertThat(configuration.settings().database().password()).contains(new Secret("hush"));
    assertThat(configuration.settings().search().password()).contains(new Secret("still"));
  }

  @Test
  void secretGivenTwice_isRefused() throws IOException {
    Configuration configuration =
        settings(
            Map.of(
                "eventsec.db.password", "hush", "eventsec.db.password.file", file("db", "hush")));

    assertThat(configuration.reason())
        .contains("both given", "EVENTSEC_DB_PASSWORD or EVENTSEC_DB_PASSWORD_FILE")
        .doesNotContain("hush");
    assertThat(configuration.problems()).hasSize(1);
  }

  @Test
  void fileWithoutASecret_isRefusedWithTheCure() throws IOException {
    assertThat(reason(file("empty", "\n"))).contains("is empty");
    assertThat(reason(file("two", "hush\nhush\n"))).contains("more than one line");
    assertThat(reason(directory.resolve("none").toString())).contains("is not a file");
    assertThat(reason("\0")).contains("is not the name of a file");
  }

  @Test
  void secrets_areNeverShown() throws IOException {
    Configuration configuration =
        settings(
            Map.of(
                "eventsec.db.password", "hush",
                "eventsec.opensearch.user", "eve",
                "eventsec.opensearch.password.file", file("search", "hush")));

    assertThat(configuration.sound()).isTrue();
    assertThat(configuration.toString()).contains("eve").doesNotContain("hush");
  }

  private static String reason(String file) {
    Configuration configuration = settings(Map.of("eventsec.db.password.file", file));
    assertThat(configuration.reason())
        .contains("eventsec.db.password.file", "Let EVENTSEC_DB_PASSWORD_FILE name such a file")
        .doesNotContain("hush");
    return configuration.reason();
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content).toString();
  }
}
