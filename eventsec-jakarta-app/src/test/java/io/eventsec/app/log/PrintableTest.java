package io.eventsec.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void lineBreaksAndControls_areEscaped() {
    assertThat(Printable.of("a\r\nINFO forged\u001b[31m"))
        .isEqualTo("a\\u000d\\u000aINFO forged\\u001b[31m");
  }

  @Test
  void directionCharactersAndLoneSurrogates_areEscaped() {
    assertThat(Printable.of("\u202eevil\ud800")).isEqualTo("\\u202eevil\\ud800");
  }

  @Test
  void letters_stay() {
    assertThat(Printable.of("Grüße 東京 😀")).isEqualTo("Grüße 東京 😀");
  }

  @Test
  void longText_isCut() {
    assertThat(Printable.of("x".repeat(10_000))).hasSize(203).endsWith("...");
  }
}
