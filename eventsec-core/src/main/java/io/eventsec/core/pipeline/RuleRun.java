package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.coverage.Reevaluation;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.ReevaluationCommit;
import java.util.ArrayList;
import java.util.List;

/** A rule over single events, run over the next part of its ranges. */
final class RuleRun {
  private final Reevaluation of;
  private final SelectedRule rule;
  private final PastBatches past;
  private final List<Alert> alerts = new ArrayList<>();
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
    return new ReevaluationCommit(of, position, alerts, List.of(), events, failed);
  }

  private void look(JournalEntry entry, Event event) {
    events++;
    try {
      for (Match match : rule.engine().process(event)) {
        if (rule.raisesAlerts()) {
          alerts.add(match.toAlert().with(entry.batch().correlation()));
        }
      }
    } catch (RuntimeException e) {
      // It is a dead letter since it came; here it is counted.
      failed++;
    }
  }
}
