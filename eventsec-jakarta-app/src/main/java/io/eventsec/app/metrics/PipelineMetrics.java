package io.eventsec.app.metrics;

import io.eventsec.app.log.RequestMessages;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.core.spi.StoreUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Shows the figures of the database as metrics. They are read when metrics are asked for, once a
 * second at most, so that asking cannot be a load.
 */
@ApplicationScoped
public class PipelineMetrics {
  private static final Logger LOG = System.getLogger(PipelineMetrics.class.getName());
  private static final Duration KEEP = Duration.ofSeconds(1);

  @Inject PipelineSource source;
  @Inject TimerMetrics timers;
  @Inject SourceMetrics sources;
  @Inject FindingMetrics findings;
  @Inject Meters meters;

  private Instant until = Instant.MIN;
  private boolean fresh = true;

  /** Brings them up to date; leaves them as they are, and says so, if the database is away. */
  public synchronized void refresh() {
    Instant now = Instant.now();
    if (now.isBefore(until)) {
      return;
    }
    try {
      show(source.read());
      timers.refresh();
      sources.refresh();
      findings.refresh();
      meters.set(Measure.DATABASE_FIGURES_FRESH, 1);
      fresh = true;
    } catch (StoreUnavailableException e) {
      missing(String.valueOf(e.getMessage()));
    }
    until = Instant.now().plus(KEEP);
  }

  /** The database is known to be away: nobody need wait for it to say so. */
  public synchronized void missing(String reason) {
    meters.set(Measure.DATABASE_FIGURES_FRESH, 0);
    if (fresh) {
      RequestMessages.FIGURES_MISSING.log(LOG, reason);
    }
    fresh = false;
  }

  private void show(PipelineFigures figures) {
    meters.follow(Measure.JOURNAL_BATCHES, figures.batches());
    meters.follow(Measure.JOURNAL_RECORDS, figures.records());
    meters.follow(Measure.DETECT_EVENTS, figures.events());
    figures.readers().forEach(reader -> show(figures, reader));
    meters.follow(Measure.DETECT_REJECTED, figures.readers().get(0).records() - figures.events());
    for (Rejection.Stage stage : Rejection.Stage.values()) {
      long kept = figures.deadLetters().getOrDefault(stage, 0L);
      meters.set(Measure.DEAD_LETTERS, kept, stage.name().toLowerCase(Locale.ROOT));
    }
    meters.follow(Measure.DEAD_LETTERS_EVICTED, figures.deadLettersEvicted());
    figures.correlations().forEach((what, count) -> meters.follow(Measure.CORRELATED, count, what));
    meters.set(Measure.OUTBOX_PENDING, figures.outboxPending());
  }

  private void show(PipelineFigures figures, PipelineFigures.Reader reader) {
    meters.follow(Measure.READER_BATCHES, reader.batches(), reader.name());
    meters.follow(Measure.READER_RECORDS, reader.records(), reader.name());
    meters.set(
        Measure.READER_LAG_BATCHES,
        Math.max(0, figures.batches() - reader.batches()),
        reader.name());
    meters.set(
        Measure.READER_LAG_RECORDS,
        Math.max(0, figures.records() - reader.records()),
        reader.name());
    meters.set(Measure.READER_LAG_SECONDS, reader.waitingSeconds(), reader.name());
  }
}
