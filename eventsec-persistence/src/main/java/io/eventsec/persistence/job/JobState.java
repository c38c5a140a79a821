package io.eventsec.persistence.job;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as the database knows it.
 *
 * @param name which
 * @param dueAt when it is to be done next, or became due
 * @param owner the node that does it now; empty if none does
 * @param claimedAt since when that node has had it
 * @param lastRun how it went last; empty if it was never finished
 * @param failures how many runs have failed in a row
 */
public record JobState(
    String name,
    Instant dueAt,
    Optional<String> owner,
    Optional<Instant> claimedAt,
    Optional<Run> lastRun,
    int failures) {

  /**
   * A run that has ended.
   *
   * @param startedAt when it began
   * @param finishedAt when it ended
   * @param report what it did, for people; empty if it failed
   * @param failure why it failed; empty if it did not
   */
  public record Run(
      Instant startedAt, Instant finishedAt, Optional<String> report, Optional<String> failure) {
    /** True unless it failed. */
    public boolean succeeded() {
      return failure.isEmpty();
    }
  }
}
