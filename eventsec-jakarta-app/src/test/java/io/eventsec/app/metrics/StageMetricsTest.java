package io.eventsec.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.pipeline.StepReport;
import io.eventsec.core.spi.PositionConflictException;
import io.eventsec.core.spi.StoreUnavailableException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StageMetricsTest {
  private final FakeRegistry registry = new FakeRegistry();
  private final StageMetrics stages = new StageMetrics();

  @BeforeEach
  void inject() {
    stages.meters = registry.meters();
  }

  @Test
  void step_thatWorked_isCountedWithAllItDid() {
    StepReport report = new StepReport(2, 10, 3, 1);
    assertThat(stages.measure("detect", () -> report)).isSameAs(report);
    stages.measure("detect", () -> new StepReport(1, 5, 0, 0));
    assertThat(registry.counted())
        .containsEntry("eventsec_steps_total[worked, detect]", 2L)
        .containsEntry("eventsec_stage_events_total[detect]", 15L)
        .containsEntry("eventsec_stage_results_total[detect]", 3L)
        .containsEntry("eventsec_stage_rejections_total[detect]", 1L);
    assertThat(registry.timed)
        .containsExactly("eventsec_step_seconds[detect]", "eventsec_step_seconds[detect]");
  }

  @Test
  void idleStep_isCountedAndNotTimed() {
    stages.measure("index", () -> StepReport.IDLE);
    assertThat(registry.counted())
        .containsExactly(Map.entry("eventsec_steps_total[idle, index]", 1L));
    assertThat(registry.timed).isEmpty();
  }

  @Test
  void failures_areCountedAndThrownOn() {
    assertThatThrownBy(() -> stages.measure("index", StageMetricsTest::away))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> stages.measure("index", StageMetricsTest::conflict))
        .isInstanceOf(PositionConflictException.class);
    assertThat(registry.counted())
        .containsEntry("eventsec_steps_total[failed, index]", 1L)
        .containsEntry("eventsec_steps_total[conflict, index]", 1L);
  }

  private static StepReport away() {
    throw new StoreUnavailableException("away", new IllegalStateException());
  }

  private static StepReport conflict() {
    throw new PositionConflictException("another node");
  }
}
