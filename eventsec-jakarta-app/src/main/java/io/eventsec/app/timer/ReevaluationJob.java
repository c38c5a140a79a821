package io.eventsec.app.timer;

import io.eventsec.app.config.Settings;
import io.eventsec.app.config.WorkerSettings;
import io.eventsec.app.enrich.IndicatorSets;
import io.eventsec.app.metrics.StageMetrics;
import io.eventsec.app.wiring.RuleBook;
import io.eventsec.core.enrich.EnrichingDecoder;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.pipeline.Reevaluator;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.pipeline.StepReport;
import io.eventsec.core.spi.PositionConflictException;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.persistence.detection.PostgresReevaluations;
import io.eventsec.persistence.journal.PostgresJournal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs rules over what they have not seen, until nobody asks for more. */
@ApplicationScoped
public class ReevaluationJob implements TimedJob {
  private static final String STAGE = "reevaluation";

  @Inject Settings settings;
  @Inject PostgresJournal journal;
  @Inject EnrichingDecoder decoder;
  @Inject IndicatorSets indicators;
  @Inject RuleBook rules;
  @Inject PostgresReevaluations reevaluations;
  @Inject StageMetrics stages;

  private final AtomicBoolean stale = new AtomicBoolean();

  @Override
  public String name() {
    return "reevaluation";
  }

  @Override
  public Duration every() {
    return settings.timers().reevaluation();
  }

  @Override
  public String run(Turn turn) {
    WorkerSettings worker = settings.worker();
    Reevaluator reevaluator =
        new Reevaluator(
            new Source(journal, this::decode),
            rules::catalogue,
            reevaluations,
            new ReadLimit(worker.readBatches(), worker.readBytes()),
            settings.correlation().options());
    long events = 0;
    long alerts = 0;
    String rest = "";
    try {
      StepReport step = step(reevaluator, turn);
      while (!step.idle()) {
        events += step.events();
        alerts += step.results();
        turn.keep();
        step = step(reevaluator, turn);
      }
    } catch (PositionConflictException e) {
      rest = "; another node goes on";
    }
    return events + " events looked at again, " + alerts + " alerts raised" + rest;
  }

  /** With the indicators of now: whoever asks may ask because of new ones. */
  private DecodedBatch decode(RawBatch batch) {
    if (stale.compareAndSet(true, false)) {
      indicators.refreshNow();
    }
    return decoder.decode(batch);
  }

  private StepReport step(Reevaluator reevaluator, Turn turn) {
    stale.set(true);
    return stages.measure(STAGE, () -> reevaluator.step(turn::keep));
  }
}
