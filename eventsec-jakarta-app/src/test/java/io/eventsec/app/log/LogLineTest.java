package io.eventsec.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {

  @Test
  void line_beginsWithTheId_andHasItsPlacesFilled() {
    assertThat(LogLine.of(WorkerMessages.LOOP_WAITS, "index", "away").text())
        .isEqualTo("EVS2001: index waits: away");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\n{\"type\":\"liberty_message\"}",
        "\u001b[31mred\u001b[0m",
        "a\u2028b\u2029c",
        "\u202ekcatta\u2066x\u2069",
        "\u0000\u0007\u009b",
        "\ufeff\u200b\u00ad"
      })
  void hostileText_becomesOnePlainLine(String hostile) {
    String text = LogLine.of(SecurityMessages.SIGN_IN_FAILED, hostile).text();
    assertThat(text.chars().filter(c -> Character.isISOControl(c))).isEmpty();
    assertThat(text).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");
  }

  @Test
  void places_inWhatIsFilledIn_areNotFilled() {
    assertThat(LogLine.of(RequestMessages.SERVER_AWAY, "/{reason}/$1/{0}", "secret").text())
        .isEqualTo("EVS3002: /{reason}/$1/{0}: secret");
  }

  @Test
  void longText_isCut() {
    assertThat(LogLine.of(SecurityMessages.SIGN_IN_FAILED, "x".repeat(1_000_000)).text())
        .hasSizeLessThan(600);
  }

  @Test
  void valuesOfHarmlessTypes_areShown() {
    assertThat(Places.fill("{a} {b} {c}", Path.of("/x"), Duration.ofSeconds(2), true))
        .isEqualTo("/x PT2S true");
  }

  @Test
  void valuesOfOtherTypes_showTheirTypeOnly() {
    record Credentials(String password) {}
    assertThat(Places.fill("{a} {b}", new Credentials("hunter2"), List.of("hunter2")))
        .startsWith("<Credentials> <")
        .doesNotContain("hunter2");
  }

  @Test
  void failure_isShownWithItsClassAndStack_andItsTextMadePrintable() {
    Exception original = new IllegalStateException("a\nb", new IllegalArgumentException("\u202ec"));
    Throwable shown = PrintableFailure.of(original);
    assertThat(shown).hasToString("java.lang.IllegalStateException: a\\u000ab");
    assertThat(shown.getStackTrace()).isEqualTo(original.getStackTrace());
    assertThat(shown.getCause()).hasToString("java.lang.IllegalArgumentException: \\u202ec");
  }

  @Test
  void failure_thatIsItsOwnCause_hasAnEnd() {
    IllegalStateException one = new IllegalStateException("one");
    IllegalStateException two = new IllegalStateException("two", one);
    one.initCause(two);
    Throwable shown = PrintableFailure.of(one);
    int depth = 0;
    while (shown.getCause() != null) {
      shown = shown.getCause();
      depth++;
    }
    assertThat(depth).isEqualTo(20);
  }
}
