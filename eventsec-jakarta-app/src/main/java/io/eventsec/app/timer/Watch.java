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
   * How far all work has come.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public Standing look() {
    // The readers first: what is appended meanwhile can only make them look further behind.
    List<ReaderState> readers = positions.readers();
    return new Standing(readers, journal.end(), jobs.all());
  }

  /** What was wrong at a moment, for people; empty if nothing was. */
  public static List<String> problems(Standing standing, Instant now) {
    List<String> problems = new ArrayList<>();
    for (ReaderState reader : standing.readers()) {
      stands(reader, standing.end(), now).ifPresent(problems::add);
    }
    for (JobState job : standing.jobs()) {
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
