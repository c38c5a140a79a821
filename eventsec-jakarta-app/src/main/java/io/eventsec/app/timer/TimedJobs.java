package io.eventsec.app.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** The jobs that this build knows. */
@ApplicationScoped
public class TimedJobs {
  @Inject RetentionJob retention;
  @Inject OutboxJob outbox;
  @Inject WatchdogJob watchdog;
  @Inject VulnerabilityJob vulnerabilities;

  /** All of them, by name. */
  public List<TimedJob> list() {
    return List.of(retention, outbox, watchdog, vulnerabilities).stream()
        .map(TimedJob.class::cast)
        .sorted(Comparator.comparing(TimedJob::name))
        .toList();
  }

  /** The one of that name. */
  TimedJob named(String name) {
    return list().stream().filter(job -> job.name().equals(name)).findFirst().orElseThrow();
  }
}
