package io.eventsec.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.app.health.ComponentState.State;
import io.eventsec.app.ingest.ElasticHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeHealthTest {

  @Test
  void allUp_isGreen() {
    assertThat(of(State.UP, State.UP)).isEqualTo(ElasticHealth.GREEN);
  }

  @Test
  void searchDownOrDegraded_isYellow_forEventsAreTakenInAllTheSame() {
    assertThat(of(State.UP, State.DOWN)).isEqualTo(ElasticHealth.YELLOW);
    assertThat(of(State.UP, State.DEGRADED)).isEqualTo(ElasticHealth.YELLOW);
  }

  @Test
  void withoutDatabase_orBeforeTheFirstLook_isRed() {
    assertThat(of(State.DOWN, State.UP)).isEqualTo(ElasticHealth.RED);
    assertThat(IntakeHealth.of(List.of())).isEqualTo(ElasticHealth.RED);
  }

  private static ElasticHealth of(State database, State search) {
    return IntakeHealth.of(
        List.of(
            state("configuration", State.UP),
            state("database", database),
            state("schema", State.UP),
            state("opensearch", search)));
  }

  private static ComponentState state(String name, State state) {
    return new ComponentState(name, state, "", Instant.EPOCH, Duration.ZERO, Map.of());
  }
}
