package io.eventsec.app.timer;

import io.eventsec.app.config.Settings;
import io.eventsec.app.security.Permission;
import io.eventsec.app.worker.AppendSignal;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.core.spi.IdempotencyConflictException;
import io.eventsec.core.vuln.finding.FindingEvents;
import io.eventsec.persistence.identity.Role;
import io.eventsec.persistence.vulnerability.FindingDigests;
import io.eventsec.persistence.vulnerability.FindingNewsStore;
import io.eventsec.persistence.vulnerability.PreparedNews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells of findings. Each that is exploited or critical becomes an event in the journal, by which
 * rules raise alerts as by any other, and users are told of it; of the others they are told once a
 * day, and rules of what stands. What a run that was cut off has told already is the same event
 * again, which the journal knows.
 */
@ApplicationScoped
public class FindingNewsJob implements TimedJob {
  private static final int AT_ONCE = 200;

  /** Those who may act on findings. */
  private static final Set<Role> ROLES =
      Arrays.stream(Role.values())
          .filter(Permission.VULNERABILITIES_WRITE::heldBy)
          .collect(Collectors.toUnmodifiableSet());

  @Inject Settings settings;
  @Inject FindingNewsStore news;
  @Inject FindingDigests digests;
  @Inject StandingFindingsTold standing;
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
    long known = 0;
    long last = 0;
    List<PreparedNews> some = news.ready(last, AT_ONCE);
    while (!some.isEmpty()) {
      turn.keep();
      known += some.stream().mapToInt(this::tell).sum();
      news.told(some, ROLES);
      signal.raise();
      told += some.size();
      last = some.get(some.size() - 1).id();
      some = news.ready(last, AT_ONCE);
    }
    return told
        + " vulnerabilities of assets told of as exploited or critical, "
        + (known > 0 ? known + " of them before in other words, " : "")
        + daily(turn)
        + " users told what else was found; no channel but the console is connected";
  }

  /** What stands goes first: the digest notes that the day was told. */
  private String daily(Turn turn) {
    long hosts = 0;
    long users = 0;
    for (FindingDigests.Due due : digests.due(settings.findings().digest(), Instant.now())) {
      turn.keep();
      LocalDate day = LocalDate.ofInstant(due.until(), ZoneOffset.UTC);
      hosts += standing.tell(due.tenant(), day, turn);
      users += digests.tell(due.tenant(), due.until(), ROLES);
    }
    return hosts + " times told that a host still has such, " + users;
  }

  /** Returns how many the journal knows in other words: 0 or 1. It was told, and is told once. */
  private int tell(PreparedNews one) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    try {
      journal.append(FindingEvents.batch(one.tenant(), one.key(), one.record(), now));
      return 0;
    } catch (IdempotencyConflictException e) {
      return 1;
    }
  }
}
