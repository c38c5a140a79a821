package io.eventsec.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.app.health.ComponentState;
import io.eventsec.app.health.ComponentState.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElasticHealthTest {

  @Test
  void allUp_isGreen() {
    assertThat(of(State.UP, State.UP)).isEqualTo("green");
  }

  @Test
  void searchDownOrDegraded_isYellow_forEventsAreTakenInAllTheSame() {
    assertThat(of(State.UP, State.DOWN)).isEqualTo("yellow");
    assertThat(of(State.UP, State.DEGRADED)).isEqualTo("yellow");
  }

  @Test
  void withoutDatabase_orBeforeTheFirstLook_isRed() {
    assertThat(of(State.DOWN, State.UP)).isEqualTo("red");
    assertThat(ElasticHealth.of(List.of()).wireName()).isEqualTo("red");
  }

  private static String of(State database, State search) {
    return ElasticHealth.of(
            List.of(
                state("configuration", State.UP),
                state("database", database),
                state("schema", State.UP),
                state("opensearch", search)))
        .wireName();
  }

  private static ComponentState state(String name, State state) {
    return new ComponentState(name, state, "", Instant.EPOCH, Duration.ZERO, Map.of());
  }
}
