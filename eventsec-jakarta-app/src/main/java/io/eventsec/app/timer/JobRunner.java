package io.eventsec.app.timer;

import io.eventsec.app.http.Outages;
import io.eventsec.app.log.CorrelationId;
import io.eventsec.app.log.Printable;
import io.eventsec.app.log.WorkerMessages;
import io.eventsec.persistence.job.Claim;
import io.eventsec.persistence.job.Jobs;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Optional;

/**
 * Runs jobs that are due, each on one node at a time and never beside itself, and notes how they
 * went. A run that failed is tried again after a growing while. Safe to share between threads.
 */
final class JobRunner {
  private static final Logger LOG = System.getLogger(JobRunner.class.getName());
  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
  private static final Duration LAST_RETRY = Duration.ofMinutes(10);
  private static final int MOST_DOUBLINGS = 10;

  private final Jobs jobs;
  private final String node;
  private final Duration lease;

  /**
   * A runner.
   *
   * @param node what this node calls itself
   * @param lease how long a job may be silent before another node takes it
   */
  JobRunner(Jobs jobs, String node, Duration lease) {
    this.jobs = jobs;
    this.node = node;
    this.lease = lease;
  }

  /**
   * Runs the job if it is due and nobody is at it.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer; the job
   *     stays due
   */
  void runIfDue(TimedJob job) {
    Optional<Claim> claim = jobs.claim(job.name(), node, lease);
    claim.ifPresent(
        mine ->
            CorrelationId.accept("job-" + job.name() + '-' + mine.turn())
                .<RuntimeException, RuntimeException>during(() -> run(job, mine)));
  }

  private void run(TimedJob job, Claim claim) {
    try {
      String report = job.run(new Turn(jobs, claim, lease, System::nanoTime));
      jobs.succeeded(claim, report, job.every());
      if (claim.failures() > 0) {
        WorkerMessages.JOB_RECOVERED.log(LOG, job.name(), report);
      }
    } catch (LostTurnException e) {
      WorkerMessages.JOB_TAKEN_OVER.log(LOG, job.name());
    } catch (RuntimeException | LinkageError e) {
      failed(job, claim, e);
    }
  }

  private void failed(TimedJob job, Claim claim, Throwable e) {
    boolean outage = Outages.isOne(e);
    String reason = Printable.of(outage ? Outages.reason(e) : e.toString());
    int inARow = claim.failures() + 1;
    Duration retry = retry(job.every(), inARow);
    // The first of a row is news; the others can be seen where the timers are listed.
    if (inARow == 1 && outage) {
      WorkerMessages.JOB_WAITS.log(LOG, job.name(), retry, reason);
    } else if (inARow == 1) {
      WorkerMessages.JOB_FAILED.logFailure(LOG, e, job.name(), retry);
    }
    jobs.failed(claim, reason, retry);
  }

  /** Doubled with each failure in a row; no later than ten minutes, or the job's own time. */
  static Duration retry(Duration every, int inARow) {
    Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(inARow - 1, MOST_DOUBLINGS));
    Duration most = every.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : every;
    Duration least = most.compareTo(FIRST_RETRY) < 0 ? FIRST_RETRY : most;
    return doubled.compareTo(least) < 0 ? doubled : least;
  }
}
