package io.eventsec.app.timer;

import io.eventsec.app.config.Settings;
import io.eventsec.app.log.WorkerMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Says aloud when work stands still. */
@ApplicationScoped
public class WatchdogJob implements TimedJob {
  private static final Logger LOG = System.getLogger(WatchdogJob.class.getName());

  @Inject Settings settings;
  @Inject Watch watch;

  private List<String> before = List.of();

  @Override
  public String name() {
    return "watchdog";
  }

  @Override
  public Duration every() {
    return settings.timers().watchdog();
  }

  @Override
  public String run(Turn turn) {
    List<String> problems = Watch.problems(watch.look(), Instant.now());
    for (String problem : problems) {
      if (!before.contains(problem)) {
        WorkerMessages.WORK_STANDS_STILL.log(LOG, problem);
      }
    }
    before = problems;
    return problems.isEmpty() ? "All work moves" : String.join("; ", problems);
  }
}
