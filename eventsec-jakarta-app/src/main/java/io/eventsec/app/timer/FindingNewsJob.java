package io.eventsec.app.timer;

import io.eventsec.app.config.Settings;
import io.eventsec.app.worker.AppendSignal;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.core.spi.IdempotencyConflictException;
import io.eventsec.core.vuln.finding.FindingEvents;
import io.eventsec.persistence.vulnerability.FindingNewsStore;
import io.eventsec.persistence.vulnerability.PreparedNews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Tells of findings that are exploited or critical: each becomes an event in the journal, by which
 * rules raise alerts as by any other. What a run that was cut off has told already is the same
 * event again, which the journal knows.
 */
@ApplicationScoped
public class FindingNewsJob implements TimedJob {
  private static final Logger LOG = System.getLogger(FindingNewsJob.class.getName());
  private static final int AT_ONCE = 200;

  @Inject Settings settings;
  @Inject FindingNewsStore news;
  @Inject EventJournal journal;
  @Inject AppendSignal signal;

  @Override
  public String name() {
    return "finding-news";
  }

  @Override
  public Duration every() {
    return settings.timers().findingNews();
  }

  @Override
  public String run(Turn turn) {
    while (news.prepare(AT_ONCE) > 0) {
      turn.keep();
    }
    long told = 0;
    long last = 0;
    List<PreparedNews> some = news.ready(last, AT_ONCE);
    while (!some.isEmpty()) {
      turn.keep();
      some.forEach(this::tell);
      news.told(some);
      signal.raise();
      told += some.size();
      last = some.get(some.size() - 1).id();
      some = news.ready(last, AT_ONCE);
    }
    return told + " vulnerabilities of assets told of as exploited or critical";
  }

  private void tell(PreparedNews one) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    try {
      journal.append(FindingEvents.batch(one.tenant(), one.key(), one.record(), now));
    } catch (IdempotencyConflictException e) {
      LOG.log(Level.DEBUG, "News {0} was told before in other words", one.key());
    }
  }
}
