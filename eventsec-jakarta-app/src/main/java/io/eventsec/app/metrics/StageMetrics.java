package io.eventsec.app.metrics;

import io.eventsec.core.pipeline.StepReport;
import io.eventsec.core.spi.PositionConflictException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;

/** Counts what the stages of the pipeline do on this process. */
@ApplicationScoped
public class StageMetrics {
  @Inject Meters meters;

  /**
   * Runs a step and counts it.
   *
   * @param stage the name of a loop of this application
   * @return what the step returned; what it threw is thrown on
   */
  public StepReport measure(String stage, Supplier<StepReport> step) {
    long start = System.nanoTime();
    String outcome = "failed";
    try {
      StepReport report = step.get();
      outcome = report.idle() ? "idle" : "worked";
      if (!report.idle()) {
        worked(stage, report, Duration.ofNanos(System.nanoTime() - start));
      }
      return report;
    } catch (PositionConflictException e) {
      outcome = "conflict";
      throw e;
    } finally {
      meters.counter(Measure.STEPS, stage, outcome).inc();
    }
  }

  private void worked(String stage, StepReport report, Duration took) {
    meters.time(Measure.STEP_SECONDS, took, stage);
    meters.counter(Measure.STAGE_EVENTS, stage).inc(report.events());
    meters.counter(Measure.STAGE_RESULTS, stage).inc(report.results());
    meters.counter(Measure.STAGE_REJECTIONS, stage).inc(report.rejections());
  }
}
