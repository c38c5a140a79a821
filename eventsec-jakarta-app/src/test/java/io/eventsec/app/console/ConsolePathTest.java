package io.eventsec.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsolePathTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/alerts", "/alerts/0123456789abcdef", "/setup", "/v1.2/x"})
  void pathOfThePage_isThePage(String path) {
    assertThat(ConsolePath.of(path).file()).isEqualTo("/index.html");
    assertThat(ConsolePath.of(path).cacheControl()).isEqualTo("no-cache");
  }

  @Test
  void assets_neverChange() {
    ConsolePath asset = ConsolePath.of("/assets/index-abc123.js");
    assertThat(asset.file()).isEqualTo("/assets/index-abc123.js");
    assertThat(asset.cacheControl()).contains("immutable");
    assertThat(ConsolePath.mediaType(asset.file())).startsWith("text/javascript");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v2/alerts", "/api"})
  void unknownApi_isNotThePage(String path) {
    assertThat(ConsolePath.of(path).file()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/WEB-INF/beans.xml", "/web-inf/lib/a.jar", "/META-INF/MANIFEST.MF", "/a/../b.js"})
  void insides_areForbidden(String path) {
    assertThat(ConsolePath.of(path).forbidden()).isTrue();
  }
}
