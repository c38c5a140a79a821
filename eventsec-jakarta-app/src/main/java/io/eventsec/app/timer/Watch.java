package io.eventsec.app.timer;

import io.eventsec.core.spi.JournalPosition;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.detection.ReaderState;
import io.eventsec.persistence.job.JobState;
import io.eventsec.persistence.job.Jobs;
import io.eventsec.persistence.journal.PostgresJournal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds work that stands still: readers behind the journal that do not move, and overdue jobs. */
@ApplicationScoped
public class Watch {
  private static final Duration READER_STANDS = Duration.ofMinutes(2);
  private static final Duration JOB_OVERDUE = Duration.ofMinutes(2);

  @Inject PostgresJournal journal;
  @Inject PostgresDetectionStore positions;
  @Inject Jobs jobs;

  /**
   * What is wrong now, for people; empty if nothing is.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public List<String> problems() {
    return problems(positions.readers(), journal.end(), jobs.all(), Instant.now());
  }

  /**
   * What is wrong at a moment.
   *
   * @param readers where they stand
   * @param end the journal's newest batch
   * @param jobs as the database knows them
   */
  static List<String> problems(
      List<ReaderState> readers, JournalPosition end, List<JobState> jobs, Instant now) {
    List<String> problems = new ArrayList<>();
    readers.forEach(reader -> stands(reader, end, now).ifPresent(problems::add));
    for (JobState job : jobs) {
      failing(job).or(() -> overdue(job, now)).ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<String> stands(ReaderState reader, JournalPosition end, Instant now) {
    long lag = end.value() - reader.position().value();
    Duration still = Duration.between(reader.movedAt(), now);
    return lag > 0 && still.compareTo(READER_STANDS) > 0
        ? Optional.of(
            reader.reader()
                + " is "
                + lag
                + " batches behind and has not moved since "
                + reader.movedAt())
        : Optional.empty();
  }

  private static Optional<String> failing(JobState job) {
    return job.lastRun()
        .flatMap(JobState.Run::failure)
        .map(
            failure ->
                job.name() + " has failed " + job.failures() + " times in a row: " + failure);
  }

  private static Optional<String> overdue(JobState job, Instant now) {
    boolean late = Duration.between(job.dueAt(), now).compareTo(JOB_OVERDUE) > 0;
    return late && job.owner().isEmpty()
        ? Optional.of(job.name() + " has been due since " + job.dueAt() + " and no node does it")
        : Optional.empty();
  }
}
