package io.eventsec.app.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SchemaGateTest {
  private final SchemaGate gate = new SchemaGate();

  @Test
  void closedGate_letsNobodyThroughAndSaysWhy() throws InterruptedException {
    gate.stillClosed("the database is away");
    assertThat(gate.open()).isFalse();
    assertThat(gate.await(Duration.ofMillis(1))).isFalse();
    assertThat(gate.state().reason()).isEqualTo("the database is away");
  }

  @Test
  void openGate_letsAllThrough() throws InterruptedException {
    gate.open("7");
    assertThat(gate.open()).isTrue();
    assertThat(gate.await(Duration.ofSeconds(20))).isTrue();
    assertThat(gate.state().reason()).contains("7");
  }
}
