package io.eventsec.persistence.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SecretFileTest {
  @TempDir Path directory;

  static Stream<Arguments> secrets() {
    return Stream.of(
        Arguments.of("hush", "hush"),
        Arguments.of("hush\n", "hush"),
        Arguments.of("hush\r\n", "hush"),
        Arguments.of(" h u s h ", " h u s h "),
        Arguments.of("schlüssel€\n", "schlüssel€"),
        Arguments.of("x".repeat(4095) + "\n", "x".repeat(4095)));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void lineEnd_isNoPartOfIt_allElseIs(String content, String secret) throws Exception {
    assertThat(SecretFile.read(file(content))).isEqualTo(secret);
  }

  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of("", "is empty"),
        Arguments.of("\n", "is empty"),
        Arguments.of("  \n", "is empty"),
        Arguments.of("hush\nhush", "more than one line"),
        Arguments.of("hush\n\n", "more than one line"),
        Arguments.of("hush\0", "more than one line"),
        Arguments.of("x".repeat(4097), "more than 4096 bytes"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void fileWithSomethingElse_isRefused(String content, String rule) throws IOException {
    Path file = file(content);

    assertThatThrownBy(() -> SecretFile.read(file))
        .isInstanceOf(UnusableSecretException.class)
        .hasMessageContaining(rule)
        .hasMessageNotContaining("hush");
  }

  @Test
  void bytesThatAreNoText_areRefused() throws IOException {
    Path file =
        Files.write(directory.resolve("secret"), "schlüssel".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> SecretFile.read(file)).hasMessage("is not text in UTF-8");
  }

  @Test
  void whatIsNoFile_isRefused() {
    assertThatThrownBy(() -> SecretFile.read(directory)).hasMessage("is not a file that is there");
    assertThatThrownBy(() -> SecretFile.read(directory.resolve("none")))
        .hasMessage("is not a file that is there");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(directory.resolve("secret"), content);
  }
}
