package io.eventsec.app.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The jobs that this build knows. */
@ApplicationScoped
public class TimedJobs {
  @Inject OutboxJob outbox;
  @Inject RetentionJob retention;
  @Inject VulnerabilityJob vulnerabilities;
  @Inject WatchdogJob watchdog;

  /** All of them, by name. */
  public List<TimedJob> list() {
    return List.of(outbox, retention, vulnerabilities, watchdog);
  }

  /** The one of that name. */
  TimedJob named(String name) {
    return list().stream().filter(job -> job.name().equals(name)).findFirst().orElseThrow();
  }
}
