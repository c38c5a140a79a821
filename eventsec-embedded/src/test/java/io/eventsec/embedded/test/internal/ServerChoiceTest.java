package io.eventsec.embedded.test.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerChoiceTest {
  @Test
  void nothingAsked_isEmbedded_andAsksNoEngine() {
    assertThat(ServerChoice.of("", ServerChoiceTest::never)).isEqualTo(ServerChoice.EMBEDDED);
    assertThat(ServerChoice.of("embedded", ServerChoiceTest::never))
        .isEqualTo(ServerChoice.EMBEDDED);
  }

  private static boolean never() {
    throw new AssertionError("no engine is to be asked");
  }

  @Test
  void containersAsked_engineAnswers_isContainers() {
    assertThat(ServerChoice.of("containers", () -> true)).isEqualTo(ServerChoice.CONTAINERS);
  }

  @Test
  void containersAsked_noEngine_failsWithTheCure() {
    assertThatThrownBy(() -> ServerChoice.of("containers", () -> false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no container engine answers")
        .hasMessageContaining("start Docker or Podman");
  }

  @Test
  void otherValue_isRefusedByName() {
    assertThatThrownBy(() -> ServerChoice.of("docker", () -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"docker\"");
  }
}
