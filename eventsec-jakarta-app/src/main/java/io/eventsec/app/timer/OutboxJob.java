package io.eventsec.app.timer;

import io.eventsec.app.config.Settings;
import io.eventsec.app.metrics.StageMetrics;
import io.eventsec.app.wiring.Templates;
import io.eventsec.core.pipeline.AlertDelivery;
import io.eventsec.core.pipeline.StepReport;
import io.eventsec.persistence.detection.PostgresOutbox;
import io.eventsec.search.OpenSearchAlerts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Brings changed alerts to their searchable copies, until there is nothing left to bring. */
@ApplicationScoped
public class OutboxJob implements TimedJob {
  private static final String STAGE = "delivery";

  @Inject Settings settings;
  @Inject PostgresOutbox outbox;
  @Inject OpenSearchAlerts alerts;
  @Inject Templates templates;
  @Inject StageMetrics stages;

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public Duration every() {
    return settings.timers().outbox();
  }

  @Override
  public String run(Turn turn) {
    AlertDelivery delivery = new AlertDelivery(outbox, alerts);
    long delivered = 0;
    long refused = 0;
    StepReport step = step(delivery);
    while (!step.idle()) {
      delivered += step.results();
      refused += step.rejections();
      turn.keep();
      step = step(delivery);
    }
    return delivered + " delivered, " + refused + " refused and kept for later";
  }

  private StepReport step(AlertDelivery delivery) {
    return templates.with(() -> stages.measure(STAGE, delivery::step));
  }
}
