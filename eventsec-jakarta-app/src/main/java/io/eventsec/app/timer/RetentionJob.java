package io.eventsec.app.timer;

import io.eventsec.app.config.RetentionSettings;
import io.eventsec.app.config.Settings;
import io.eventsec.core.retention.RetentionPlan;
import io.eventsec.core.retention.RetentionPolicy;
import io.eventsec.core.retention.RetentionReport;
import io.eventsec.persistence.journal.JournalRetention;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.search.IndexRetentionPlan;
import io.eventsec.search.IndexRetentionReport;
import io.eventsec.search.OpenSearchRetention;
import io.eventsec.search.StreamKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Drops what has been kept for as long as was asked for: batches, receipts, searchable events. */
@ApplicationScoped
public class RetentionJob implements TimedJob {
  /** How much longer a batch's key is known than the batch, so that a late repeat is a repeat. */
  private static final Duration RECEIPTS_LONGER = Duration.ofDays(30);

  private static final Duration LEAST = Duration.ofMillis(1);

  @Inject Settings settings;
  @Inject PostgresJournal journal;
  @Inject JournalRetention batches;
  @Inject OpenSearchRetention indexes;

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
          + " of the index";
    }
    RetentionReport journalReport = batches.apply(old);
    turn.keep();
    journal.forgetReceipts(now.minus(retention.journal()).minus(RECEIPTS_LONGER));
    turn.keep();
    IndexRetentionReport indexReport = indexes.apply(events);
    return "Dropped "
        + said(journalReport, "batches")
        + " of the journal and "
        + said(indexReport.drops(), "events")
        + " of the index, rolled over "
        + indexReport.rolledOver().size();
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
