package io.eventsec.app.timer;

import io.eventsec.app.config.Settings;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.journal.PostgresJournal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Drops what has been kept for as long as was asked for. */
@ApplicationScoped
public class RetentionJob implements TimedJob {
  private static final Duration EVERY = Duration.ofMinutes(1);

  @Inject Settings settings;
  @Inject PostgresJournal journal;
  @Inject PostgresDetectionStore positions;

  @Override
  public String name() {
    return "retention";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public String run(Turn turn) {
    Instant before = Instant.now().minus(settings.worker().retention());
    new JournalTrim(journal, positions).run(before);
    return "Journal kept since " + before;
  }
}
