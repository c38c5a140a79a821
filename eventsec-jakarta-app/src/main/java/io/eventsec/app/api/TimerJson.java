package io.eventsec.app.api;

import io.eventsec.app.timer.TimedJob;
import io.eventsec.persistence.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A job that is done every so often, on whatever node.
 *
 * @param name which
 * @param everySeconds how long after one run the next begins
 * @param nextRunAt when it is to be done next; in the past if it is due
 * @param runningOn the node that does it now
 * @param runningSince since when
 * @param lastRun how it went last
 * @param failuresInARow how many runs have failed since one succeeded
 */
public record TimerJson(
    String name,
    double everySeconds,
    Instant nextRunAt,
    Optional<String> runningOn,
    Optional<Instant> runningSince,
    Optional<Run> lastRun,
    int failuresInARow) {

  /**
   * A run that has ended.
   *
   * @param startedAt when it began
   * @param finishedAt when it ended
   * @param durationMillis how long it took
   * @param outcome succeeded or failed
   * @param report what it did
   * @param failure why it failed
   */
  public record Run(
      Instant startedAt,
      Instant finishedAt,
      long durationMillis,
      String outcome,
      Optional<String> report,
      Optional<String> failure) {
    static Run of(JobState.Run run) {
      return new Run(
          run.startedAt(),
          run.finishedAt(),
          Duration.between(run.startedAt(), run.finishedAt()).toMillis(),
          run.succeeded() ? "succeeded" : "failed",
          run.report(),
          run.failure());
    }
  }

  /**
   * All of them.
   *
   * @param items by name
   */
  public record Listing(List<TimerJson> items) {}

  static TimerJson of(TimedJob job, JobState state) {
    return new TimerJson(
        job.name(),
        job.every().toMillis() / 1000.0,
        state.dueAt(),
        state.owner(),
        state.claimedAt(),
        state.lastRun().map(Run::of),
        state.failures());
  }
}
