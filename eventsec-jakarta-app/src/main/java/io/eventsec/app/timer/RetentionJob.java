package io.eventsec.app.timer;

import io.eventsec.app.config.RetentionSettings;
import io.eventsec.app.config.Settings;
import io.eventsec.core.retention.RetentionPlan;
import io.eventsec.core.retention.RetentionPolicy;
import io.eventsec.core.retention.RetentionReport;
import io.eventsec.persistence.correlation.UntimelyRetention;
import io.eventsec.persistence.coverage.CoverageRetention;
import io.eventsec.persistence.indicator.IndicatorRetention;
import io.eventsec.persistence.journal.JournalRetention;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.persistence.notification.NotificationRetention;
import io.eventsec.persistence.risk.RiskRetention;
import io.eventsec.search.IndexRetentionPlan;
import io.eventsec.search.IndexRetentionReport;
import io.eventsec.search.OpenSearchRetention;
import io.eventsec.search.StreamKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Drops what has been kept for as long as was asked for: batches, receipts, searchable events,
 * notifications, ended indicators, notes of untimely events, of what risks were made, risks that
 * have faded, and what was evaluated.
 */
@ApplicationScoped
public class RetentionJob implements TimedJob {
  /** How much longer a batch's key is known than the batch, so that a late repeat is a repeat. */
  private static final Duration RECEIPTS_LONGER = Duration.ofDays(30);

  private static final Duration LEAST = Duration.ofMillis(1);

  @Inject Settings settings;
  @Inject PostgresJournal journal;
  @Inject JournalRetention batches;
  @Inject OpenSearchRetention indexes;
  @Inject NotificationRetention notifications;
  @Inject IndicatorRetention indicators;
  @Inject UntimelyRetention untimely;
  @Inject RiskRetention risks;
  @Inject CoverageRetention coverage;

  @Override
  public String name() {
    return "retention";
  }

  @Override
  public Duration every() {
    return settings.retention().every();
  }

  @Override
  public String run(Turn turn) {
    RetentionSettings retention = settings.retention();
    Instant now = Instant.now();
    journal.prepare();
    RetentionPlan old = batches.plan(policy(retention.journal()), now);
    IndexRetentionPlan events = indexes.plan(StreamKind.EVENTS, policy(retention.events()), now);
    if (retention.dryRun()) {
      return "Dry run: would drop "
          + said(old, "batches")
          + " of the journal and "
          + said(events.drops(), "events")
          + " of the index, and would forget "
          + notifications.count(now.minus(retention.notifications()))
          + " notifications, "
          + indicators.count(now.minus(retention.indicators()))
          + " ended indicators, "
          + untimely.count(now.minus(retention.untimely()))
          + " notes of untimely events, "
          + risks.count(now.minus(retention.risk()))
          + " parts of risks, "
          + risks.countFaded(now, halfLife())
          + " faded risks and "
          + coverage.count(now.minus(retention.coverage()))
          + " of what was evaluated";
    }
    RetentionReport journalReport = batches.apply(old);
    turn.keep();
    journal.forgetReceipts(now.minus(retention.journal()).minus(RECEIPTS_LONGER));
    turn.keep();
    long told = forget(turn, () -> notifications.forgetSome(now.minus(retention.notifications())));
    long ended = forget(turn, () -> indicators.forgetSome(now.minus(retention.indicators())));
    long late = forget(turn, () -> untimely.forgetSome(now.minus(retention.untimely())));
    long parts = forget(turn, () -> risks.forgetSome(now.minus(retention.risk())));
    long faded = forget(turn, () -> risks.forgetFaded(now, halfLife()));
    long evaluated = forget(turn, () -> coverage.forgetSome(now.minus(retention.coverage())));
    IndexRetentionReport indexReport = indexes.apply(events);
    return "Dropped "
        + said(journalReport, "batches")
        + " of the journal and "
        + said(indexReport.drops(), "events")
        + " of the index, rolled over "
        + indexReport.rolledOver().size()
        + ", forgot "
        + told
        + " notifications, "
        + ended
        + " ended indicators, "
        + late
        + " notes of untimely events, "
        + parts
        + " parts of risks, "
        + faded
        + " faded risks and "
        + evaluated
        + " of what was evaluated";
  }

  private Duration halfLife() {
    return settings.risk().options().halfLife();
  }

  /** Some at a time, each a transaction of its own, until there are no more. */
  private static long forget(Turn turn, IntSupplier some) {
    long forgotten = 0;
    int step;
    do {
      step = some.getAsInt();
      forgotten += step;
      turn.keep();
    } while (step > 0);
    return forgotten;
  }

  private static RetentionPolicy policy(Duration age) {
    return new RetentionPolicy(age.compareTo(LEAST) < 0 ? LEAST : age);
  }

  private static String said(RetentionPlan plan, String items) {
    return plan.drops().size()
        + " parts ("
        + plan.items()
        + " "
        + items
        + ", "
        + plan.bytes()
        + " bytes)";
  }

  private static String said(RetentionReport report, String items) {
    String dropped = said(new RetentionPlan(report.dropped(), List.of()), items);
    return report.postponed().isEmpty()
        ? dropped
        : dropped + " and postponed " + report.postponed();
  }
}
