package io.eventsec.app.metrics;

import io.eventsec.persistence.job.JobState;
import io.eventsec.persistence.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Shows how the timers do, as the database knows them. */
@ApplicationScoped
public class TimerMetrics {
  private static final double MILLIS = 1000;

  @Inject Jobs jobs;
  @Inject KnownTimers known;
  @Inject Meters meters;

  /**
   * Brings them up to date.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  void refresh() {
    jobs.all().stream().filter(job -> known.names().contains(job.name())).forEach(this::show);
  }

  private void show(JobState job) {
    meters.set(Measure.TIMER_DUE, seconds(job.dueAt()), job.name());
    meters.set(Measure.TIMER_FAILURES, job.failures(), job.name());
    job.lastRun().ifPresent(run -> show(job.name(), run));
  }

  private void show(String name, JobState.Run run) {
    Duration took = Duration.between(run.startedAt(), run.finishedAt());
    meters.set(Measure.TIMER_SUCCEEDED, run.succeeded() ? 1 : 0, name);
    meters.set(Measure.TIMER_SECONDS, took.toMillis() / MILLIS, name);
    meters.set(Measure.TIMER_FINISHED, seconds(run.finishedAt()), name);
  }

  private static double seconds(Instant at) {
    return at.toEpochMilli() / MILLIS;
  }
}
