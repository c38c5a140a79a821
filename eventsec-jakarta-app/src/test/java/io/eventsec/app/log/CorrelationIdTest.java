package io.eventsec.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationIdTest {

  @Test
  void soundId_isTaken() {
    assertThat(CorrelationId.accept("Order-4711").value()).isEqualTo("Order-4711");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "short", "has space in", "line\nbreak-here", "ümlaute-sind-es"})
  void unsoundId_isReplaced(String offered) {
    assertThat(CorrelationId.accept(offered).value())
        .matches("[A-Za-z0-9-]{8,64}")
        .isNotEqualTo(offered);
  }

  @Test
  void tooLongId_isReplaced() {
    assertThat(CorrelationId.accept("a".repeat(65)).value()).hasSize(36);
  }

  @Test
  void current_isThatOfTheWork_andTheOneBeforeAfterwards() {
    CorrelationId outer = CorrelationId.accept("outer-work");
    CorrelationId inner = CorrelationId.accept("inner-work");
    outer.<RuntimeException, RuntimeException>during(
        () -> {
          inner.<RuntimeException, RuntimeException>during(
              () -> assertThat(CorrelationId.current()).hasValue(inner));
          assertThat(CorrelationId.current()).hasValue(outer);
        });
    assertThat(CorrelationId.current()).isEmpty();
  }
}
