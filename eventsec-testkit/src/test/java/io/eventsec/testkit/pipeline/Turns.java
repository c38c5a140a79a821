package io.eventsec.testkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.StepReport;
import io.eventsec.core.spi.PositionConflictException;
import io.eventsec.core.spi.StoreUnavailableException;
import java.util.List;

/** Steps pipelines in turn. */
final class Turns {
  private Turns() {}

  /** Until none has anything left, as a caller that retries would; fails if that takes long. */
  static void drain(DetectionPipeline... pipelines) {
    List<DetectionPipeline> all = List.of(pipelines);
    int idle = 0;
    for (int turn = 0; idle < all.size(); turn++) {
      assertThat(turn).as("turns until drained").isLessThan(10_000);
      try {
        StepReport report = all.get(turn % all.size()).step();
        idle = report.equals(StepReport.IDLE) ? idle + 1 : 0;
      } catch (StoreUnavailableException | PositionConflictException again) {
        idle = 0;
      }
    }
  }
}
