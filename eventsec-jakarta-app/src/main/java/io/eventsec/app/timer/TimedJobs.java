package io.eventsec.app.timer;

import io.eventsec.app.metrics.KnownTimers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The jobs that this build knows. */
@ApplicationScoped
public class TimedJobs implements KnownTimers {
  @Inject AdvisoryMirrorJob advisoryMirror;
  @Inject DeadLetterJob deadLetters;
  @Inject FindingNewsJob findingNews;
  @Inject OutboxJob outbox;
  @Inject ReevaluationJob reevaluation;
  @Inject RetentionJob retention;
  @Inject TaxiiJob taxii;
  @Inject VulnerabilityJob vulnerabilities;
  @Inject WatchdogJob watchdog;

  /** All of them, by name. */
  public List<TimedJob> list() {
    return List.of(
        advisoryMirror,
        deadLetters,
        findingNews,
        outbox,
        reevaluation,
        retention,
        taxii,
        vulnerabilities,
        watchdog);
  }

  @Override
  public Set<String> names() {
    return list().stream().map(TimedJob::name).collect(Collectors.toUnmodifiableSet());
  }

  /** The one of that name. */
  TimedJob named(String name) {
    return list().stream().filter(job -> job.name().equals(name)).findFirst().orElseThrow();
  }
}
