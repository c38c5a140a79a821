package io.eventsec.app.timer;

import io.eventsec.app.worker.AppendSignal;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.core.spi.IdempotencyConflictException;
import io.eventsec.core.vuln.finding.FindingEvents;
import io.eventsec.core.vuln.finding.NewsLabel;
import io.eventsec.core.vuln.finding.StandingFindings;
import io.eventsec.persistence.vulnerability.StandingFindingStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells once a day which hosts have vulnerabilities that are exploited or critical, as events in
 * the journal. A vulnerability is news once, maybe long before something is detected on its host; a
 * correlation of both needs it within its timespan. Told again for the same day, by a run that was
 * cut off or by another node, it is the event that the journal has.
 */
@ApplicationScoped
class StandingFindingsTold {
  /** Of a tenant, a day and a label; those with a lower id of their asset. */
  private static final int MOST_HOSTS = 10_000;

  private static final int AT_ONCE = 500;

  @Inject StandingFindingStore standing;
  @Inject EventJournal journal;
  @Inject AppendSignal signal;

  /** Returns how many events were told that were not told before. */
  long tell(Tenant tenant, LocalDate day, Turn turn) {
    long told = 0;
    for (NewsLabel label : NewsLabel.values()) {
      told += tell(tenant, label, day, turn);
    }
    return told;
  }

  private long tell(Tenant tenant, NewsLabel label, LocalDate day, Turn turn) {
    long told = 0;
    int hosts = 0;
    @Nullable UUID last = null;
    List<StandingFindings> some = standing.page(tenant, label, last, AT_ONCE, day);
    while (!some.isEmpty()) {
      turn.keep();
      told += some.stream().filter(one -> tell(tenant, one)).count();
      signal.raise();
      hosts += some.size();
      last = some.get(some.size() - 1).host().asset();
      some = hosts < MOST_HOSTS ? standing.page(tenant, label, last, AT_ONCE, day) : List.of();
    }
    return told;
  }

  /** False if it was told before, in other words. */
  private boolean tell(Tenant tenant, StandingFindings one) {
    try {
      journal.append(FindingEvents.batch(tenant, one.key(), FindingEvents.json(one), one.at()));
      return true;
    } catch (IdempotencyConflictException e) {
      return false;
    }
  }
}
