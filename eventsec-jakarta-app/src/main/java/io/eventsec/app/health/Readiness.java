package io.eventsec.app.health;

import io.eventsec.app.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Whether this node can do its work, component by component; looked at all the time. */
@ApplicationScoped
public class Readiness {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Resource ManagedThreadFactory threads;
  @Inject Components components;
  @Inject Settings settings;

  @SuppressWarnings("NullAway.Init")
  private Checks checks;

  /** Not the server's: checks that hang would take its threads from calls and probes. */
  @SuppressWarnings("NullAway.Init")
  private ExecutorService executor;

  @SuppressWarnings("NullAway.Init")
  private Thread looking;

  @PostConstruct
  void prepare() {
    List<Component> all = components.all();
    executor = Executors.newFixedThreadPool(all.size(), threads);
    checks = new Checks(all, executor, settings.node().healthDeadline(), InstantSource.system());
    looking = threads.newThread(this::look);
    looking.setName("eventsec-health");
    looking.start();
  }

  /** Begins with the application, not with the first probe. */
  void start(@Observes Startup startup) {
    // To be told makes this bean, and that begins.
  }

  @PreDestroy
  void stop() {
    looking.interrupt();
    executor.shutdownNow();
  }

  private void look() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        components.nextLook();
        checks.look();
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How every component is. */
  public List<ComponentState> states() {
    return checks.states();
  }

  /** How one component is. */
  ComponentState state(String name) {
    return states().stream().filter(state -> state.name().equals(name)).findFirst().orElseThrow();
  }
}
