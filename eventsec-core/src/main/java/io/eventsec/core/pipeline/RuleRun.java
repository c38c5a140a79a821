package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.coverage.Reevaluation;
import io.eventsec.core.event.Event;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.NoiseCommit;
import io.eventsec.core.spi.ReevaluationCommit;
import java.util.ArrayList;
import java.util.List;

/** A rule over single events, run over the next part of its ranges. */
final class RuleRun {
  private final Reevaluation of;
  private final SelectedRule rule;
  private final PastBatches past;
  private final List<Alert> alerts = new ArrayList<>();
  private final Noise noise = new Noise();
  private long events;
  private long failed;

  RuleRun(Reevaluation of, SelectedRule rule, PastBatches past) {
    this.of = of;
    this.rule = rule;
    this.past = past;
  }

  ReevaluationCommit run() {
    long position = of.position();
    for (JournalEntry entry : past.nextTo(of.next(of.position()) - 1)) {
      long next = entry.position().value();
      if (next > of.last()) {
        break;
      }
      if (entry.batch().origin().tenant().equals(of.tenant())
          && of.has(entry.batch().origin().source(), next)) {
        past.events(entry).forEach(event -> look(entry, event));
      }
      position = next;
    }
    NoiseCommit quiet = noise.commit();
    return new ReevaluationCommit(of, position, alerts, List.of(), events, failed)
        .with(quiet)
        .with(Points.of(rule.detection().risk(), alerts, quiet));
  }

  private void look(JournalEntry entry, Event event) {
    events++;
    try {
      Judgement judgement = rule.detection().judge(event);
      if (rule.raisesAlerts()) {
        judgement.alerts().forEach(alert -> alerts.add(alert.with(entry.batch().correlation())));
        noise.add(event, judgement, entry.batch().correlation());
      }
    } catch (RuntimeException e) {
      // It is a dead letter since it came; here it is counted.
      failed++;
    }
  }
}
