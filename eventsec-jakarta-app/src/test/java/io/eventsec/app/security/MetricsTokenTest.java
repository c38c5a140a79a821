package io.eventsec.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.app.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTokenTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @Test
  void tokenOfTheFile_isIt_andNoOtherIs(@TempDir Path folder) throws IOException {
    MetricsToken token =
        token(folder, Map.of("eventsec.metrics.token.file", file(folder, TOKEN + "\n")));
    assertThat(token.is(TOKEN)).isTrue();
    assertThat(token.is(TOKEN + "0")).isFalse();
    assertThat(token.is(TOKEN.substring(1))).isFalse();
    assertThat(token.is("")).isFalse();
  }

  @Test
  void changedFile_holdsAtOnce(@TempDir Path folder) throws IOException {
    MetricsToken token = token(folder, Map.of("eventsec.metrics.token.file", file(folder, TOKEN)));
    assertThat(token.is(TOKEN)).isTrue();
    file(folder, "another" + TOKEN);
    assertThat(token.is(TOKEN)).isFalse();
    assertThat(token.is("another" + TOKEN)).isTrue();
  }

  @Test
  void withoutASetting_nothingIsIt(@TempDir Path folder) {
    assertThat(token(folder, Map.of()).is("")).isFalse();
    assertThat(token(folder, Map.of()).is(TOKEN)).isFalse();
  }

  @Test
  void emptyShortAndMissingFiles_letNobodyIn(@TempDir Path folder) throws IOException {
    assertThat(token(folder, Map.of("eventsec.metrics.token.file", file(folder, ""))).is(""))
        .isFalse();
    assertThat(
            token(folder, Map.of("eventsec.metrics.token.file", file(folder, "short"))).is("short"))
        .isFalse();
    String long257 = "x".repeat(257);
    assertThat(
            token(folder, Map.of("eventsec.metrics.token.file", file(folder, long257))).is(long257))
        .isFalse();
    assertThat(token(folder, Map.of("eventsec.metrics.token.file", folder + "/none")).is(""))
        .isFalse();
  }

  private static String file(Path folder, String content) throws IOException {
    return Files.writeString(folder.resolve("token"), content).toString();
  }

  private static MetricsToken token(Path folder, Map<String, String> settings) {
    MetricsToken token = new MetricsToken();
    token.settings =
        Configuration.read(key -> Optional.ofNullable(settings.get(key)), settings.keySet(), folder)
            .settings();
    return token;
  }
}
