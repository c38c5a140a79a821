package io.eventsec.app.health;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether this node can do its work, component by component. */
@ApplicationScoped
public class Readiness {
  private static final Duration DEADLINE = Duration.ofSeconds(3);

  @Resource ManagedExecutorService executor;
  @Inject Components components;

  private @Nullable Checks checks;

  @PostConstruct
  void prepare() {
    checks = new Checks(components.all(), executor, DEADLINE, InstantSource.system());
  }

  /** How every component is. */
  public List<ComponentState> states() {
    return checks == null ? List.of() : checks.states();
  }

  /** How one component is. */
  ComponentState state(String name) {
    return states().stream().filter(state -> state.name().equals(name)).findFirst().orElseThrow();
  }

  /** True if no component is down. */
  public boolean ready() {
    return states().stream().allMatch(ComponentState::ready);
  }
}
