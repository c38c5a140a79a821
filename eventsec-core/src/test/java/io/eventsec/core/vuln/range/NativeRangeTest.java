package io.eventsec.core.vuln.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeRangeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[1.0,2.0);vers:maven/>=1.0|<2.0",
        " ( , 1.0 ] ;vers:maven/<=1.0",
        "[1.5];vers:maven/1.5",
        "[1.0, 1.2) , [2.0,);vers:maven/>=1.0|<1.2|>=2.0"
      })
  void intervals_areRead(String text, String vers) {
    assertThat(NativeRange.parse("maven", text)).hasToString(vers);
  }

  /** Blanks may stand in five places, and none of them has to give back what it has read. */
  @ParameterizedTest
  @ValueSource(strings = {"(", "[1.0", "[1.0,", "[1,2),", ""})
  void blanksWithoutEnd_areRefusedInNoTime(String start) {
    String text = start + "\u000b".repeat(4000) + "([";
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> NativeRange.parse("nuget", text))
                .withMessageContaining("no list of intervals"));
  }

  @Test
  void rangeWithoutEnd_isRefusedWithItsLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NativeRange.parse("npm", "1 ".repeat(3000)))
        .withMessageContaining("6000 characters; write at most 4096");
  }
}
